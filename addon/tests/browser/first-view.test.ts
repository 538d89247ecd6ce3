/** The first slide stands in the page before any script has run, and nobody sees the deck take over. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pixelmatch from 'pixelmatch'
import type { BrowserContextOptions, Page } from 'playwright-chromium'
import { PNG } from 'pngjs'
import { describe, expect, inject, it } from 'vitest'
import { loadDeck } from '../../deck/load'
import { pictureOfCover } from '../../run/cover'
import { useBrowser } from './browser'

/** What slide 1 needs before it is seen. */
const FIRST_VIEW_KB = 60

const browser = useBrowser()
const { slides, headmatter } = await loadDeck()

/** @param without files that are never delivered, by their ending */
async function open(options: BrowserContextOptions, without?: RegExp, hash = ''): Promise<Page> {
  const page = await (await browser().newContext({ viewport: { width: 1280, height: 720 }, ...options })).newPage()
  if (without)
    await page.route(without, route => route.abort())
  await page.addInitScript(watchFrames)
  await page.goto(inject('deckUrl') + hash)
  return page
}

/** Runs in the page: where each frame paints slide 1's headline, and each shift of the layout. */
function watchFrames(): void {
  const seen = { places: [] as string[], shifts: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver(list => list.getEntries().forEach(shift => seen.shifts += (shift as PerformanceEntry & { value: number }).value))
    .observe({ type: 'layout-shift', buffered: true })
  // As it is painted: observers of intersection look last in a frame, after Slidev's observer of sizes has set its scale.
  const painted = new IntersectionObserver(([entry]) => {
    painted.disconnect()
    const { x, y, width } = entry!.boundingClientRect
    const place = width ? `${x} ${y} ${width}` : 'unseen'
    if (place !== seen.places.at(-1))
      seen.places.push(place)
  })
  const look = () => {
    const headline = document.querySelector('[data-slidev-no="1"] h1')
    if (headline)
      painted.observe(headline)
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: { places: string[], shifts: number } }).seen)

/** The app has taken over: Vue has marked its root. */
const takenOver = (page: Page) => page.waitForFunction(() => document.querySelector('#app[data-v-app] .slidev-layout') && !document.querySelector('[data-first-view]'))

async function picture(page: Page): Promise<PNG> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  // On a busy machine a frame may still be on its way.
  for (let last: Buffer | undefined, now: Buffer; ; last = now) {
    now = await page.screenshot()
    if (last?.equals(now))
      return PNG.sync.read(now)
  }
}

function differing(a: PNG, b: PNG): number {
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0, includeAA: true })
}

describe.each<[string, BrowserContextOptions]>([
  ['a projector', {}],
  ['a dark, tall window at another scale', { viewport: { width: 1000, height: 660 }, deviceScaleFactor: 1.5, colorScheme: 'dark' }],
  ['a phone on its side', { viewport: { width: 844, height: 390 }, deviceScaleFactor: 2 }],
])('on %s', (_, options) => {
  it('shows the same picture before its styles, before its scripts, and after', async () => {
    const bare = await open(options, /\.(?:js|css|woff2)$/)
    const styled = await open(options, /\.js$/)
    const whole = await open(options)
    await takenOver(whole)
    const [before, between, after] = [await picture(bare), await picture(styled), await picture(whole)]
    expect(new Set(new Uint32Array(after.data.buffer)).size, 'colours in the picture').toBeGreaterThan(3)
    expect(differing(before, after), 'pixels that the scripts change').toBe(0)
    expect(differing(between, after), 'pixels that the scripts change, styles there').toBe(0)
    await Promise.all([bare, styled, whole].map(page => page.context().close()))
  })
})

it('never moves the first slide nor takes it away', async () => {
  const page = await open({})
  await takenOver(page)
  await page.waitForTimeout(200)
  const { places, shifts } = await seen(page)
  expect(places).toEqual([expect.stringMatching(/\d/)])
  expect(shifts).toBe(0)
  await page.context().close()
})

it('runs its scripts only when the first frame is on the screen', () => {
  const html = readFileSync(join(inject('deckDir'), 'index.html'), 'utf8')
  expect(html).not.toMatch(/<script[^>]*\ssrc=/)
  expect(html).toMatch(/observe\(\{ type: 'paint', buffered: true \}\)[\s\S]*await Promise\.race\(\[new Promise\(shown\), [^;]*\nimport\('\.\/assets\/[^']+\.js'\)/)
})

it('does not show the first slide to who asks for another', async () => {
  const page = await open({}, undefined, `#/${slides.length}`)
  await page.locator(`.slidev-page-${slides.length} h1`).waitFor()
  expect((await seen(page)).places).toEqual(['unseen'])
  const before = await open({}, /\.js$/, '#/2')
  expect((await seen(before)).places).toEqual(['unseen'])
  await Promise.all([page, before].map(one => one.context().close()))
})

it.each([['dark', null, true], ['light', null, false], ['light', 'dark', true], ['dark', 'light', false]] as const)('system %s, kept choice %s: is dark from the first frame: %s', async (colorScheme, kept, dark) => {
  const page = await open({ colorScheme }, /\.js$/)
  await page.evaluate(kept => kept && localStorage.setItem('slidev-color-schema', kept), kept)
  await page.reload()
  expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(dark)
  await page.context().close()
})

it('lists every slide’s headline, and what it says, where no script runs', async () => {
  const page = await open({ javaScriptEnabled: false })
  const list = page.locator('noscript main')
  expect(await list.locator('h2').allInnerTexts()).toEqual(slides.map(({ no, content }) => `${no}. ${content.match(/^# (.+)$/m)![1]!.replace(/<[^>]+>|\*/g, '')}`))
  expect((await list.locator('p').allInnerTexts()).join(' ').split(/\s+/).length).toBeGreaterThan(slides.length * 8)
  await list.locator('h2').last().scrollIntoViewIfNeeded()
  expect(await list.locator('h2').last().isVisible()).toBe(true)
  expect(await page.locator('h1').first().isVisible(), 'the first slide').toBe(true)
  await page.context().close()
})

it(`needs at most ${FIRST_VIEW_KB} KB`, () => {
  expect(gzipSync(readFileSync(join(inject('deckDir'), 'index.html'))).length / 1024).toBeLessThan(FIRST_VIEW_KB)
})

it.runIf(headmatter.seoMeta?.ogImage)('gives sites that show a link a title, a description and a picture of the first slide', async () => {
  const html = readFileSync(join(inject('deckDir'), 'index.html'), 'utf8')
  const property = (name: string) => html.match(new RegExp(`<meta property="og:${name}" content="([^"]+)"`))?.[1] ?? ''
  expect(property('title')).toBeTruthy()
  expect(property('description')).toBeTruthy()
  const address = new URL(property('image'), property('url') || inject('deckUrl'))
  const file = address.pathname.slice(1)
  const shipped = readFileSync(join(inject('deckDir'), file))
  const [kept, now] = [PNG.sync.read(shipped), PNG.sync.read(await pictureOfCover(browser(), inject('deckUrl')))]
  // Another system draws letters' edges a little otherwise.
  const share = pixelmatch(kept.data, now.data, undefined, now.width, now.height, { threshold: 0.3 }) / (now.width * now.height)
  expect(share, `${file} shows another first slide: run npm run og-image`).toBeLessThan(0.002)
})
