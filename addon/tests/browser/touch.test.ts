/** Fingers on a phone: what turns a step, what does not, and what fits. */
import type { CDPSession, Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { everyState, openDeck, useBrowser } from './browser'

useBrowser()
const states = await everyState()
const stepped = states.find(state => state.click === 1)!.no
const UPRIGHT = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const LYING = { ...UPRIGHT, viewport: { width: 844, height: 390 } }

const hash = (page: Page) => page.evaluate(() => location.hash)
type Point = { x: number, y: number }

/** One finger, or two, from place to place, as the screen itself would tell. */
async function fingers(screen: CDPSession, paths: [Point, Point][]): Promise<void> {
  const at = (share: number) => paths.map(([from, to], id) => ({ id, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }))
  await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (const share of [0.2, 0.4, 0.6, 0.8, 1])
    await screen.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) })
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

it('a swipe turns one step wherever it starts, a vertical one none, a pinch enlarges', async () => {
  const { page } = await openDeck(UPRIGHT, `#/${stepped}`)
  const screen = await page.context().newCDPSession(page)
  const swipe = (from: Point, to: Point) => fingers(screen, [[from, to]])
  const settled = async () => {
    await page.waitForTimeout(400)
    return hash(page)
  }
  for (const y of [100, 420, 650]) { // beside the slide, on it, beside it
    await swipe({ x: 340, y }, { x: 60, y: y + 10 })
    expect(await settled(), `on at ${y}`).toBe(`#/${stepped}?clicks=1`)
    await swipe({ x: 60, y }, { x: 340, y: y + 10 })
    expect(await settled(), `back at ${y}`).toMatch(new RegExp(`^#/${stepped}(\\?clicks=0)?$`))
  }
  const before = await settled()
  await swipe({ x: 200, y: 700 }, { x: 205, y: 150 })
  await swipe({ x: 200, y: 150 }, { x: 205, y: 700 })
  expect(await settled()).toBe(before)

  await page.touchscreen.tap(300, 100)
  expect(await settled()).toBe(`#/${stepped}?clicks=1`)

  await fingers(screen, [[{ x: 180, y: 400 }, { x: 60, y: 300 }], [{ x: 210, y: 440 }, { x: 330, y: 560 }]])
  await expect.poll(() => page.evaluate(() => visualViewport!.scale)).toBeGreaterThan(1.5)
  expect(await settled()).toBe(`#/${stepped}?clicks=1`)
  // Enlarged, a finger moves the picture.
  await swipe({ x: 340, y: 420 }, { x: 60, y: 420 })
  expect(await settled()).toBe(`#/${stepped}?clicks=1`)
  await page.context().close()
})

it('a turned phone refits the slide, and an upright one points to the reading page', async () => {
  const { page } = await openDeck(UPRIGHT, '#/5')
  const line = page.locator('.upright-phone')
  await line.waitFor()
  const width = () => page.locator('#slide-content').evaluate(slide => Math.round(slide.getBoundingClientRect().width))
  expect(await width()).toBe(390)
  await page.setViewportSize({ width: 844, height: 390 })
  await expect.poll(width).toBeGreaterThan(680)
  expect(await line.isVisible()).toBe(false)
  await page.setViewportSize(UPRIGHT.viewport)
  await expect.poll(width).toBe(390)
  await line.getByRole('link').tap()
  await page.locator('[data-read="5"]').waitFor()
  await page.context().close()
})

it.each([
  ['an upright phone', UPRIGHT],
  ['a small phone', { ...UPRIGHT, viewport: { width: 320, height: 568 } }],
  ['a lying phone', LYING],
  ['an upright tablet', { ...UPRIGHT, viewport: { width: 820, height: 1180 } }],
])('presenter mode on %s: slide, note, back and next, pace and time, nothing cut', async (_, options) => {
  const { page } = await openDeck(options, `#/presenter/${stepped}`)
  await page.locator('.slidev-note').waitFor()
  const seen = await page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect()
    const controls = [...document.querySelectorAll<HTMLElement>('.slidev-presenter :is(button, a, input)')].filter(control => control.checkVisibility() && !control.closest('.slidev-slide-content, .slidev-note'))
    return {
      wide: document.documentElement.scrollWidth - innerWidth,
      cut: controls.filter(control => control.getBoundingClientRect().right > innerWidth || control.getBoundingClientRect().bottom > innerHeight).map(control => control.title),
      small: controls.filter(control => Math.min(control.getBoundingClientRect().width, control.getBoundingClientRect().height) < 44).map(control => control.title),
      preview: document.querySelector('.grid-section.next')!.checkVisibility(),
      slide: box('#slide-content').width / innerWidth,
      note: box('.slidev-note').height * box('.slidev-note').width / (innerWidth * innerHeight),
      pace: document.querySelector('.pacing')!.getClientRects().length,
      time: box('.grid-section.bottom .font-mono').bottom <= innerHeight,
    }
  })
  expect(seen).toMatchObject({ wide: 0, cut: [], small: [], preview: false, pace: 1, time: true })
  expect(seen.slide).toBeGreaterThan(0.45)
  expect(seen.note).toBeGreaterThan(0.3)

  // By the large button and by a swipe on the note; the note follows.
  await page.getByTitle('Go to next slide').tap()
  await expect.poll(() => hash(page)).toBe(`#/presenter/${stepped}?clicks=1`)
  const note = (await page.locator('.slidev-note').boundingBox())!
  const [y, left, right] = [note.y + note.height / 2, note.x + 30, note.x + note.width - 30]
  await fingers(await page.context().newCDPSession(page), [[{ x: right, y }, { x: left, y }]])
  await expect.poll(() => hash(page)).toBe(states.find(({ no, click }) => no === stepped && click === 2) ? `#/presenter/${stepped}?clicks=2` : `#/presenter/${stepped + 1}`)
  await page.context().close()
})
