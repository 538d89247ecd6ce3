import { expect, it } from 'vitest'
import { everyState, openDeck, useBrowser } from './browser'

useBrowser()
const states = await everyState()

it.each([1, 2, 3])('presenter mode shows every note whole, its pace and the next step: layout %i', async (layout) => {
  const { page } = await openDeck({}, '#/presenter/1')
  await page.evaluate(layout => localStorage.setItem('slidev-presenter-layout', String(layout)), layout)
  await page.reload()
  await page.locator('.slidev-note').waitFor()
  const found: string[] = []
  for (const [i, { no, click, noted }] of states.entries()) {
    const seen = await page.evaluate(async ([no, click]) => {
      location.hash = `#/presenter/${no}?clicks=${click}`
      for (let frames = 0; frames < 4; frames++)
        await new Promise(requestAnimationFrame)
      const note = document.querySelector('.slidev-note')!
      return {
        hidden: note.scrollHeight - note.clientHeight,
        pace: note.querySelector('.pacing')?.textContent,
        next: Number(document.querySelector('.grid-section.next [data-slidev-no]')?.getAttribute('data-slidev-no')),
      }
    }, [no, click] as const)
    if (seen.hidden > 1)
      found.push(`slide ${no}: ${seen.hidden} px of the note do not fit`)
    if (noted && !/^be here at \d\d:\d\d · \d+ s$/.test(seen.pace ?? ''))
      found.push(`slide ${no}: no pacing in the note`)
    if (seen.next !== (states[i + 1]?.no ?? Number.NaN) && i < states.length - 1)
      found.push(`slide ${no}, click ${click}: the preview shows slide ${seen.next}, next is ${states[i + 1]!.no}`)
  }
  await page.context().close()
  expect([...new Set(found)].join('\n')).toBe('')
})
