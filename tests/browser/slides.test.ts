import { resolve } from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { loadLedger, unseenWords } from '../../addon/deck/ledger'
import { loadDeck } from '../../addon/deck/load'
import { describeFault, everyState, faultsOf, goTo, openDeck, useBrowser } from '../../addon/tests/browser/browser'
import type { linesOf as LinesOf } from '../../addon/tests/browser/checks'
import { talk } from '../../talk'

/** In the page: see `pageScript`. */
declare const linesOf: typeof LinesOf

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

it('shows the hedges that the ledger wants seen', async () => {
  const { page } = await openDeck()
  const shown: string[] = []
  for (const { no, click } of states.filter(state => state.last)) {
    await goTo(page, no, click)
    shown.push(await page.evaluate(no => linesOf(document.querySelector(`#slide-content .slidev-page-${no}`)!).map(line => line.text).join(' '), no))
  }
  await page.context().close()
  expect(unseenWords(await loadDeck(), loadLedger(resolve('slides.md'))!, shown)).toEqual([])
})

it('keeps a code on the last slide that a phone reads from the back of a room, in either scheme', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await openDeck({ colorScheme, viewport: { width: 480, height: 270 } })
    await goTo(page, states.at(-1)!.no, 0)
    const { data, width, height } = PNG.sync.read(await page.screenshot())
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(talk.post.address)
    await page.context().close()
  }
})
