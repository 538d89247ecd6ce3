import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { everyState, goTo, openDeck, useBrowser } from './browser'

useBrowser()
const states = (await everyState()).filter(state => state.last)

/** What Slidev's own client gets wrong around the slides, and this deck cannot mend in a few lines. */
const upstream: Record<string, string> = {}

async function violations(page: Page, context: Record<string, unknown>): Promise<{ rule: string, says: string }[]> {
  const { violations } = await page.evaluate(
    async context => await (window as unknown as { axe: typeof axe }).axe.run(context as never, { resultTypes: ['violations'] }),
    context,
  ) as AxeResults
  return violations.flatMap(({ id, help, nodes }) => nodes.map(node => ({ rule: id, says: `${id}: ${help}: ${node.html.slice(0, 140)}` })))
}

const listed = (found: Map<string, string>) => [...found].filter(([rule]) => !(rule in upstream)).map(([, says]) => says).join('\n')

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
  expect(listed(around)).toBe('')
})

it.each(['light', 'dark'] as const)('axe finds nothing new in presenter mode, in %s', async (colorScheme) => {
  const { no, click } = states.find(state => state.click > 0)!
  const { page } = await openDeck({ colorScheme }, `#/presenter/${no}?clicks=${click}`)
  await page.evaluate(axe.source)
  const found = new Map((await violations(page, { exclude: ['.slidev-slide-container'] })).map(({ rule, says }) => [rule, says]))
  await page.context().close()
  expect(listed(found)).toBe('')
})
