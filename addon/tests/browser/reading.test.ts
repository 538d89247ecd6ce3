/** The reading page, in a window of a phone's size and touch, and on a desk. */
import axe from 'axe-core'
import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { loadDeck } from '../../deck/load'
import { openDeck, useBrowser } from './browser'

useBrowser()
const deck = await loadDeck()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Opens it and waits until its figures have been measured and framed. */
async function openReading(options = {}, path = '#/read') {
  const { page, faults } = await openDeck(options, path)
  await framed(page)
  return { page, faults }
}
const framed = (page: Page) => page.locator('.read-page[aria-busy=false]').waitFor()
/** The slide at the window's top third. */
const here = (page: Page) => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-read]')].findLast(article => article.getBoundingClientRect().top < innerHeight / 3)?.dataset.read)

/** Runs in the page: how far it scrolls sideways, what reaches over an edge, and how many figures are not drawn as large as their frames say. */
function whatIsCut() {
  const wide = document.documentElement.scrollWidth - innerWidth
  const cut = [...document.querySelectorAll<HTMLElement>('.read-page :is(p, h1, h2, h3, a, button):not(.step-picture *)')]
    .filter(element => element.checkVisibility() && (element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1))
    .map(element => element.textContent!.slice(0, 40))
  const pictures = [...document.querySelectorAll<HTMLElement>('article .step-picture')].filter(picture => picture.checkVisibility())
  const off = pictures.filter((picture) => {
    const [frame, slide] = [picture, picture.firstElementChild!].map(element => element.getBoundingClientRect())
    return frame!.width < 250 || Math.abs(slide!.width / 980 - frame!.width / Number.parseFloat(picture.style.getPropertyValue('--width'))) > 0.01
  }).length
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return { size, wide, cut, off, columns: getComputedStyle(document.querySelector('.passage')!).display === 'grid' }
}

it('holds every headline and every word of every note, in order, each passage below its figure', async () => {
  const { page, faults } = await openReading(PHONE)
  const text = squeeze(await page.evaluate(() => {
    for (const reading of document.querySelectorAll('rt'))
      reading.remove()
    return document.querySelector('main')!.innerText
  }))
  let from = 0
  for (const { no, note, title } of deck.slides) {
    for (const passage of note.split(/\s*\[click[^\]]*\]\s*|\n\n/).map(squeeze).filter(passage => passage && (no > 1 || !/^Post/.test(passage)))) {
      const at = text.indexOf(passage, from)
      expect(at, `slide ${no}: ${passage.slice(0, 40)}`).toBeGreaterThanOrEqual(from)
      from = at + passage.length
    }
    expect(text).toContain(squeeze((no === 1 ? deck.headmatter.title.split(':')[0] : title).replace(/<[^>]+>/g, '')))
  }
  const figures = await page.locator('article figure').evaluateAll(found => found.filter(figure => figure.checkVisibility()).length)
  expect(figures).toBeGreaterThan(deck.slides.length)
  expect(faults).toEqual([])
  await page.context().close()
})

it.each([
  { on: 'a phone', isMobile: true, sizes: [[320, 16], [390, 16], [390, 32]] },
  { on: 'a desk', isMobile: false, sizes: [[768, 16], [1280, 16], [1280, 32]] },
])('on $on, at any width and size of text, nothing is cut and nothing scrolls sideways', async ({ isMobile, sizes }) => {
  const { page } = await openReading({ ...PHONE, isMobile })
  const session = await page.context().newCDPSession(page)
  for (const [width, size] of sizes as [number, number][]) {
    // As the reader sets it in the browser: the widths from which there are columns follow.
    await session.send('Page.setFontSizes', { fontSizes: { standard: size } })
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await page.evaluate(whatIsCut), `${width} px, text of ${size} px`).toEqual({ size, wide: 0, cut: [], off: 0, columns: width === 1280 && size === 16 })
  }
  await page.context().close()
})

it('keeps the place over a reload and a turned phone, and has an address for each slide', async () => {
  const { page } = await openReading(PHONE, '#/read/7')
  expect(await here(page)).toBe('7')
  await page.evaluate(() => scrollBy(0, 5000))
  await page.waitForFunction(() => location.hash !== '#/read/7')
  const [hash, before] = [await page.evaluate(() => location.hash), await here(page)]
  expect(hash).toBe(`#/read/${before}`)
  const offset = () => page.evaluate(no => Math.round(document.querySelector(`[data-read="${no}"]`)!.getBoundingClientRect().top), before)
  const top = await offset()
  await page.reload()
  await framed(page)
  await expect.poll(async () => Math.abs(await offset() - top)).toBeLessThan(8)
  await page.setViewportSize({ width: 844, height: 390 })
  await expect.poll(() => here(page)).toBe(before)
  await page.context().close()
})

it('is walked by contents, keyboard and the browser’s back', async () => {
  const { page } = await openReading()
  const last = deck.slides.at(-1)!
  await page.locator('.toc a').last().focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => here(page)).toBe(String(last.no))
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h3')
  await page.goBack()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(3000)
  // Space scrolls, and turns no slide.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  const before = await page.evaluate(() => scrollY)
  await page.keyboard.press('Space')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before)
  expect(await page.evaluate(() => location.hash)).toMatch(/^#\/read/)
  await page.context().close()
})

it('enlarges a figure at its own step, on an upright phone turned to the screen’s length', async () => {
  const { page } = await openReading(PHONE, '#/read/5')
  const small = (await page.locator('[data-read="5"] .step-picture').first().boundingBox())!
  await page.locator('[data-read="5"] figure').first().tap()
  const large = (await page.locator('dialog .step-picture').boundingBox())!
  expect(large.height).toBeGreaterThan(small.width * 1.5)
  expect(large.y).toBeGreaterThanOrEqual(0)
  expect(large.y + large.height).toBeLessThanOrEqual(844)
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog .step-picture').count()).toBe(0)
  await page.context().close()
})

it.each(['light', 'dark'] as const)('axe finds nothing wrong on it in %s', { timeout: 120_000 }, async (colorScheme) => {
  const { page } = await openReading({ ...PHONE, colorScheme })
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async () => await (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['.step-picture'] } as never, { resultTypes: ['violations'] }))
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))).toEqual([])
  await page.context().close()
})

it('moves no other window of the talk', async () => {
  const { page: audience } = await openDeck({}, '#/4')
  const reader = await audience.context().newPage()
  await reader.goto(`${audience.url().split('#')[0]}#/read`)
  await framed(reader)
  await reader.evaluate(() => scrollBy(0, 4000))
  await reader.waitForFunction(() => location.hash !== '#/read')
  expect(await audience.evaluate(() => location.hash)).toBe('#/4')
  await audience.context().close()
})
