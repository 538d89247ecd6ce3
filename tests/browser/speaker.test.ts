/** This talk's own parts in a speaker's hands. */
import { expect, it } from 'vitest'
import { everyState, goTo, openDeck, useBrowser } from '../../addon/tests/browser/browser'

useBrowser()
const states = await everyState()

it('goes on by Space after a question of a figure was clicked', async () => {
  const { page } = await openDeck()
  for (const { no } of states.filter(state => state.click === 0)) {
    await goTo(page, no, 0)
    if (await page.locator(`#slide-content .slidev-page-${no} [aria-pressed]`).count())
      break
  }
  await page.locator('#slide-content [aria-pressed]:visible').nth(1).click()
  const before = await page.evaluate(() => location.hash)
  await page.keyboard.press('Space')
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(before)
  await page.context().close()
})

it('draws the “go to” list in the deck’s own fonts, which have its Chinese', async () => {
  const { page } = await openDeck({}, '#/2')
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  await page.keyboard.press('g')
  await page.locator('#slidev-goto-input:focus').waitFor()
  await page.keyboard.type('1')
  await page.locator('.autocomplete-list li').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '.autocomplete-list li *' })
  const fonts = (await Promise.all(nodeIds.map(nodeId => session.send('CSS.getPlatformFontsForNode', { nodeId })))).flatMap(({ fonts }) => fonts)
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(font => !font.isCustomFont).map(font => font.familyName)).toEqual([])
  await page.context().close()
})

it('gives every figure a size of its own, which no engine has to guess', async () => {
  const { page } = await openDeck()
  const guessed: string[] = []
  for (const { no } of states.filter(state => state.last)) {
    await goTo(page, no, 0)
    guessed.push(...await page.evaluate(no => [...document.querySelectorAll(`#slide-content .slidev-page-${no} svg[viewBox]`)].filter(figure => !figure.parentElement!.closest('svg')).filter((figure) => {
      const size = () => { const { width, height } = figure.getBoundingClientRect(); return `${width} × ${height}` }
      const [before, box] = [size(), figure.getAttribute('viewBox')!]
      figure.removeAttribute('viewBox') // and with it the proportions that engines fill a missing size from
      const after = size()
      figure.setAttribute('viewBox', box)
      return before !== after
    }).map(figure => `slide ${no}: svg.${figure.getAttribute('class')}`), no))
  }
  expect(guessed).toEqual([])
  await page.context().close()
})
