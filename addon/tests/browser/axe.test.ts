import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { everyState, goTo, openDeck, useBrowser } from './browser'

useBrowser()
const states = (await everyState()).filter(state => state.last)

/** What Slidev's own client gets wrong around the slides, by page and rule. No thread tells of them; the nearest is slidevjs/slidev#1280. */
const upstream: Record<string, string> = {
  'overview region': 'the count of slides and words stands outside every landmark',
  'notes page-has-heading-one': 'the page of notes alone has no heading',
}

async function violations(page: Page, context: Record<string, unknown>): Promise<{ rule: string, says: string }[]> {
  const { violations } = await page.evaluate(
    async context => await (window as unknown as { axe: typeof axe }).axe.run(context as never, { resultTypes: ['violations'] }),
    context,
  ) as AxeResults
  return violations.flatMap(({ id, help, nodes }) => nodes.map(node => ({ rule: id, says: `${id}: ${help}: ${node.html.slice(0, 140)}` })))
}

const listed = (page: string, found: Map<string, string>) =>
  [...found].filter(([rule]) => !(`${page} ${rule}` in upstream)).map(([, says]) => `${page}: ${says}`).join('\n')

it('axe finds nothing wrong within a slide, and nothing new around it', { timeout: 120_000 }, async () => {
  const { page } = await openDeck()
  await page.evaluate(axe.source)
  const inside: string[] = []
  const around = new Map<string, string>()
  for (const { no, click } of states) {
    await goTo(page, no, click)
    const slide = `#slide-content .slidev-page-${no}`
    inside.push(...(await violations(page, { include: [slide] })).map(({ says }) => `slide ${no}: ${says}`))
    if (no <= 3) {
      for (const { rule, says } of await violations(page, { exclude: [slide] }))
        around.set(rule, says)
    }
  }
  await page.context().close()
  expect(inside.join('\n')).toBe('')
  expect(listed('slides', around)).toBe('')
})

it.each(['light', 'dark'] as const)('axe finds nothing new in presenter mode, overview and notes, in %s', async (colorScheme) => {
  const { no, click } = states.find(state => state.click > 0)!
  for (const [name, path] of [['presenter', `presenter/${no}?clicks=${click}`], ['overview', 'overview'], ['notes', 'notes']] as const) {
    const { page } = await openDeck({ colorScheme }, `#/${name === 'notes' ? no : path}`)
    await page.evaluate(path => location.hash = `#/${path}`, path)
    await page.locator('.slidev-note').first().waitFor()
    await page.evaluate(axe.source)
    const found = new Map((await violations(page, { exclude: ['.slidev-slide-container'] })).map(({ rule, says }) => [rule, says]))
    await page.context().close()
    expect(listed(name, found)).toBe('')
  }
})
