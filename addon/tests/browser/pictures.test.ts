/** The reading page's pictures against the slides they show. */
import { expect, it } from 'vitest'
import { everyState, goTo, openDeck, useBrowser } from './browser'

useBrowser()

it('shows each slide in its picture as the slide itself is, step by step', { timeout: 120_000 }, async () => {
  /** Where the slide's words and shapes stand, px of the canvas, and which are hidden. */
  const parts = (container: Element) => {
    const { left, top, width } = container.getBoundingClientRect()
    return [...container.querySelectorAll('.slidev-layout :is(p, li, a, span, strong, article, text, path, circle)')].map((element) => {
      const box = element.getBoundingClientRect()
      const scale = 980 / width
      return [element.localName, ...[box.left - left, box.top - top, box.width, box.height].map(px => px * scale), element.checkVisibility({ visibilityProperty: true })] as [string, number, number, number, number, boolean]
    })
  }
  const { page: slide } = await openDeck({ viewport: { width: 980, height: 552 } })
  const { page } = await openDeck({}, '#/read')
  await page.locator('.read-page[aria-busy=false]').waitFor()
  const states = await everyState()
  const off: string[] = []
  for (const { no, click } of states.filter(({ no }) => no > 1)) {
    await goTo(slide, no, click)
    const shown = await slide.locator(`#slide-content .slidev-page-${no}`).evaluate(parts)
    const last = states.findLast(state => state.no === no)!.click
    const picture = page.locator(`[data-read="${no}"] .passage`).nth(last ? click : 0).locator('.print-slide-container')
    // Where nothing new is to be seen the picture is not drawn.
    if (!await picture.isVisible())
      continue
    const drawn = await picture.evaluate(parts)
    const wrong = shown.findIndex((part, i) => part.some((value, k) => typeof value === 'number' ? Math.abs(value - Number(drawn[i]?.[k])) > 2 : value !== drawn[i]?.[k]))
    if (shown.length !== drawn.length || wrong >= 0)
      off.push(`slide ${no}, step ${click}: ${shown[wrong]} is drawn at ${drawn[wrong]}`)
  }
  expect(off).toEqual([])
  await slide.context().close()
  await page.context().close()
})
