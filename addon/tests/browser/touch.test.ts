/** Fingers: what turns a step, and what does not. */
import type { Page } from 'playwright-chromium'
import { it } from 'vitest'
import { deck, open, shows } from '../support/windows'

type Point = [x: number, y: number]

/** One finger, or two, from place to place, as the screen itself would tell; done when the page has seen it. */
async function fingers(page: Page, ...paths: [Point, Point][]): Promise<void> {
  const screen = await page.context().newCDPSession(page)
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const at = (from: number, to: number) => from + (to - from) * share
    await screen.send('Input.dispatchTouchEvent', {
      type: share ? 'touchMove' : 'touchStart',
      touchPoints: paths.map(([[x, y], [toX, toY]], id) => ({ id, x: at(x, toX), y: at(y, toY) })),
    })
  }
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

it('turns one step by a swipe wherever it starts and by a tap, none by a vertical swipe or a pinch', async () => {
  const page = await open(await deck({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }), '#/2')
  await shows(page, 2)
  for (const y of [150, 420]) { // beside the slide, on it
    await fingers(page, [[200, 700], [205, 150]])
    await fingers(page, [[340, y], [60, y + 10]])
    await shows(page, 2, 1)
    await fingers(page, [[60, y], [340, y + 10]])
    await shows(page, 2)
  }
  await page.touchscreen.tap(300, 400)
  await shows(page, 2, 1)
  await page.touchscreen.tap(60, 400)
  await shows(page, 2)
  await fingers(page, [[180, 400], [60, 300]], [[210, 440], [330, 560]])
  await page.waitForFunction(() => visualViewport!.scale > 1.5)
  await fingers(page, [[340, 420], [60, 420]]) // enlarged, a finger moves the picture
  await page.keyboard.press('ArrowRight')
  await shows(page, 2, 1)
})
