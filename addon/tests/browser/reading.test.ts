/** The reading page, and the browser's own print of any page. */
import { PDFDocument } from '@cantoo/pdf-lib'
import axe from 'axe-core'
import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve, type Served } from '../../cli/serve'
import { openDeck } from '../support/page'
import { byPdfjs, squeeze } from '../support/readers'
import { buildFixture } from '../support/run'

const HEADLINE = 'What flour does to water is written'
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }
let served: Served
let silent: Served
beforeAll(async () => {
  served = await serve(await buildFixture('paper'))
  silent = await serve(await buildFixture('paper', '--without-notes'))
})
afterAll(() => Promise.all([served.close(), silent.close()]))

async function openReading(options = {}, path = '#/read', url = served.url) {
  const page = await openDeck(`${url}${path}`, options)
  await page.locator('.read-page[aria-busy=false]').waitFor()
  return page
}
const text = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map(words => words.replace(/\s+/g, ' ').trim())

it('has each headline as drawn, each note but what is for the hall, each link once', async () => {
  const page = await openReading()
  for (const headlines of ['[data-slide] h3', '.toc a'])
    expect((await text(page, headlines)).slice(0, 2)).toEqual([HEADLINE, 'Two scripts and a list'])
  const [first] = await text(page, '[data-slide="1"] .note')
  expect(first).toContain('Good morning. Flour and water meet.')
  expect(first).not.toMatch(/doors are open|6 s/)
  expect(await page.locator('.read-page a[href="https://example.org/water"]').count()).toBe(1)
  await page.context().close()
})

it('shows the slides alone in a build without notes, and says so, as the handout does', async () => {
  const page = await openReading({}, '#/read', silent.url)
  expect(await page.locator('[data-slide] .step-picture').count()).toBe(7)
  expect((await text(page, '.head')).join()).toContain('this build holds no notes')
  await page.goto(`${silent.url}#/handout`)
  await page.getByText('They have no notes').waitFor()
  // Marks stand at their words, which the handout scales.
  const [drawn, word] = await page.evaluate(async () => {
    await Reflect.get(window, 'paperReport')
    const mark = document.querySelector('.rough-annotation')!
    const parts = [mark.querySelector('path')!, mark.previousElementSibling!]
    return parts.map(part => part.getBoundingClientRect().toJSON())
  })
  expect([drawn.left - word.left, drawn.top - word.bottom, drawn.width - word.width].map(px => Math.abs(px) < 9))
    .toEqual([true, true, true])
  await page.context().close()
})

it.each([[320, 16], [390, 32], [1280, 16], [1280, 32]])('fits %i px with text of %i px', async (width, size) => {
  const page = await openReading({ ...PHONE, isMobile: width < 1000 })
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: size } })
  await page.setViewportSize({ width, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(await page.locator('.read-page :is(p, h1, h2, h3, a, button):not(.step-picture *):visible').evaluateAll(all =>
    all.filter(element => element.getBoundingClientRect().right > innerWidth + 1).length)).toBe(0)
  // On a desktop, a figure's words of 16 px are larger than 12.
  if (width === 1280 && size === 16)
    expect((await page.locator('.print-slide-container').first().boundingBox())!.width / 800 * 16).toBeGreaterThan(12)
  await page.context().close()
})

it('has an address for each slide, keeps the place over a reload, and is walked by its contents', async () => {
  const page = await openReading({}, '#/read/4')
  const here = () => page.evaluate(() => location.hash)
  expect(await here()).toBe('#/read/4')
  await page.locator('[data-slide="7"]').scrollIntoViewIfNeeded()
  await page.waitForFunction(() => location.hash !== '#/read/4')
  const before = await here()
  await page.reload()
  await page.locator('.read-page[aria-busy=false]').waitFor()
  expect(await here()).toBe(before)
  // Its links lead there, wherever the reader is.
  await page.locator('.toc a').nth(2).evaluate((link: HTMLElement) => link.click())
  await page.waitForFunction(() => document.activeElement!.textContent === 'A table and a formula')
  await page.context().close()
})

it('enlarges a figure at its step when pressed', async () => {
  const page = await openReading(PHONE, '#/read/4')
  const small = (await page.locator('[data-slide="4"] .step-picture').first().boundingBox())!
  await page.locator('[data-slide="4"] .step').first().tap()
  const large = (await page.locator('dialog .step-picture').boundingBox())!
  expect(large.height).toBeGreaterThan(small.width * 1.2)
  await page.keyboard.press('Escape')
  await page.locator('dialog .step-picture').waitFor({ state: 'detached' })
  await page.context().close()
})

it.each(['light', 'dark'] as const)('gives axe nothing to find in %s', async (colorScheme) => {
  const page = await openReading({ colorScheme })
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async () =>
    (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['.step-picture'] } as never))
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  await page.context().close()
})

it.each(['#/2', '#/presenter/3', '#/read'])('the browser prints %s light, of the slide’s shape', async (path) => {
  const page = await openDeck(`${served.url}${path}`, { colorScheme: 'dark' })
  await page.locator('.slidev-layout').first().waitFor({ state: 'attached' })
  await page.evaluate(() => addEventListener('beforeprint', () => {
    document.title = `dark: ${document.documentElement.classList.contains('dark')}`
  }))
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
  expect(await page.title()).toBe('dark: false')
  if (path !== '#/read') {
    const sheets = (await PDFDocument.load(bytes)).getPages()
    expect(sheets.map(sheet => Math.round(sheet.getWidth() / sheet.getHeight() * 100))).toEqual(Array(7).fill(133))
    expect((await byPdfjs(bytes))[1]!.drawn).toContain(squeeze('Two scripts and a list'))
  }
  await page.context().close()
})
