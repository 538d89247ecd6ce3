import { expect, it } from 'vitest'
import { describeFault, everyState, faultsOf, goTo, openDeck, useBrowser } from '../../addon/tests/browser/browser'

useBrowser()
const states = await everyState()

it.each([
  { scheme: 'light', colorScheme: 'light' },
  { scheme: 'dark', colorScheme: 'dark' },
  { scheme: 'forced colours', forcedColors: 'active', colorScheme: 'dark' },
] as const)('every slide at every click is whole, legible and still, in $scheme', async ({ scheme, ...options }) => {
  const { page, faults } = await openDeck(options)
  // A fault that stays for several clicks is told where it is first seen.
  const found = new Map<string, string>()
  for (const { no, click } of states) {
    await goTo(page, no, click)
    for (const [where, fault] of [...(await faultsOf(page, no)).map(fault => [no, fault] as const), ...faults.splice(0).map(fault => ['', fault] as const)]) {
      const key = [where, ...Object.values(fault)].join()
      if (!found.has(key))
        found.set(key, describeFault(`slide ${no}, click ${click}, ${scheme}`, fault))
    }
  }
  await page.context().close()
  expect([...found.values()].join('\n')).toBe('')
})

it('draws every character in a font of the deck', async () => {
  const { page } = await openDeck()
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const found: string[] = []
  for (const { no, click } of states.filter(state => state.last)) {
    await goTo(page, no, click)
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: `#slide-content .slidev-page-${no} *` })
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      const foreign = fonts.filter(font => !font.isCustomFont)
      if (foreign.length) {
        const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId })
        found.push(`slide ${no}: ${foreign.map(font => `${font.glyphCount} glyphs of ${font.familyName}`).join(', ')} in ${outerHTML.slice(0, 120)}`)
      }
    }
  }
  await page.context().close()
  expect(found.join('\n')).toBe('')
})
