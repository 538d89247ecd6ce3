/** The notes and the time in a speaker's hands. */
import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { everyState, openDeck, useBrowser } from './browser'

useBrowser()
const states = await everyState()

/** Where the notes and the slide stand, as shares of the window. */
const room = (page: Page) => page.evaluate(() => {
  const box = (name: string) => document.querySelector(`.grid-section.${name}`)!.getBoundingClientRect()
  return { width: box('note').width / innerWidth, height: box('note').height / innerHeight, slide: box('main').width }
})

it('gives the notes room by the window at hand, and keeps as a share what the speaker drags', async () => {
  // The audience's window is small and comes first: it decides nothing.
  const { page } = await openDeck({ viewport: { width: 700, height: 500 } })
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.evaluate(() => location.hash = '#/presenter/2')
  await page.locator('.slidev-note').waitFor()
  const first = await room(page)
  expect(first.width).toBeCloseTo(0.4, 1)
  expect(first.height).toBeCloseTo(0.66, 1)
  await page.setViewportSize({ width: 800, height: 600 })
  await expect.poll(async () => (await room(page)).width).toBeCloseTo(0.4, 1)
  expect((await room(page)).slide).toBeGreaterThan(400)

  const line = (await page.locator('[role=separator][aria-orientation=vertical]').first().boundingBox())!
  await page.mouse.move(line.x + line.width / 2, 300)
  await page.mouse.down()
  await page.mouse.move(400, 300, { steps: 3 })
  await page.mouse.up()
  await expect.poll(async () => (await room(page)).width).toBeCloseTo(0.5, 1)
  const row = (await page.locator('[role=separator][aria-orientation=horizontal]').first().boundingBox())!
  await page.mouse.move(600, row.y + row.height / 2)
  await page.mouse.down()
  await page.mouse.move(600, 300, { steps: 3 })
  await page.mouse.up()
  const dragged = await room(page)
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.reload()
  await page.locator('.slidev-note').waitFor()
  const after = await room(page)
  expect(after.width).toBeCloseTo(0.5, 1)
  expect(Math.abs(after.height - dragged.height)).toBeLessThan(0.05)
  await page.context().close()
})

it('keeps the current passage in view forwards, backwards, after a reload and under a link', async () => {
  const long = states.filter(state => state.last && state.click >= 2).slice(0, 2)
  const { page } = await openDeck({ viewport: { width: 900, height: 420 } }, `#/presenter/${long[0]!.no}?clicks=${long[0]!.click}`)
  await page.evaluate(() => localStorage.setItem('slidev-presenter-font-size', '1.6'))
  const passage = () => page.evaluate(() => {
    const note = document.querySelector('.grid-section.note .slidev-note')!
    const { top, bottom } = note.getBoundingClientRect()
    const mark = note.querySelector('.slidev-note-click-mark-active')?.getBoundingClientRect()
    return { scrolls: note.scrollHeight > note.clientHeight, seen: mark ? mark.top >= top && mark.bottom <= bottom : note.scrollTop === 0 }
  })
  const inView = (when: string) => expect.poll(passage, { message: when }).toEqual({ scrolls: true, seen: true })
  await page.reload()
  await inView('after a reload')
  await page.keyboard.press('ArrowLeft')
  await inView('one step back')
  for (let i = 1; i < long[0]!.click; i++)
    await page.keyboard.press('ArrowLeft')
  await inView('back at the start')
  await page.keyboard.press('ArrowRight')
  await inView('one step on')
  await page.evaluate(hash => location.hash = hash, `#/presenter/${long[1]!.no}?clicks=${long[1]!.click}`)
  await inView('under a link')
  await page.evaluate(hash => location.hash = hash, `#/presenter/${long[0]!.no + 1}`)
  await page.keyboard.press('ArrowLeft')
  await inView('back on the slide before')
  await page.context().close()
})

it('says by words how far the talk is off its plan, beside the time of day', async () => {
  const { page } = await openDeck({}, '#/presenter/1')
  const says = () => page.locator('.time-status').innerText()
  await expect.poll(says).toMatch(/^starts at the first step\s+\d\d:\d\d/)
  await page.keyboard.press('ArrowDown')
  await expect.poll(says).toMatch(/^(\d+ min)?( ?\d+ s)? ahead\s/)
  // As if the talk had begun five minutes ago.
  await page.evaluate(() => {
    const [key] = Object.keys(sessionStorage).filter(key => key.endsWith(' - timer'))
    const timer = JSON.parse(sessionStorage.getItem(key!)!)
    sessionStorage.setItem(key!, JSON.stringify({ ...timer, startedAt: timer.startedAt - 300_000 }))
  })
  await page.reload()
  await expect.poll(says).toMatch(/^\d+ min( \d+ s)? behind\s/)
  expect(await page.locator('.standing').getAttribute('data-is')).toBe('late')
  await page.keyboard.press('t')
  await expect.poll(says).toMatch(/^paused\s/)
  await page.context().close()
})

it.each([['forced colours', { forcedColors: 'active' }], ['more contrast', { contrast: 'more' }]] as const)('marks the current passage and draws every icon with %s', async (_, options) => {
  const { no, click } = states.find(state => state.last && state.click > 1)!
  const { page } = await openDeck(options, `#/presenter/${no}?clicks=${click}`)
  await page.locator('.slidev-note-click-mark-active').waitFor()
  const seen = await page.evaluate(() => {
    const style = (element: Element) => getComputedStyle(element)
    const [current, faded] = ['span:not(.slidev-note-fade, .slidev-note-click-mark, [lang])', 'span.slidev-note-fade'].map(selector => style(document.querySelector(`.slidev-note :is(p, li) > ${selector}`)!))
    const ground = style(document.body).backgroundColor
    const icons = [...document.querySelectorAll('.grid-section.bottom [class*="i-carbon"]')]
    return {
      marked: current!.textDecorationLine,
      faded: faded!.color,
      quiet: style(document.querySelector('.time-status time')!).color,
      icons: icons.length,
      lost: icons.filter(icon => style(icon).backgroundColor === ground).length,
    }
  })
  expect(seen.marked).toBe('underline')
  expect(seen.faded).toBe(seen.quiet)
  expect(seen.icons).toBeGreaterThan(5)
  expect(seen.lost).toBe(0)
  await page.context().close()
})

it('keeps presenter mode usable in a window of 800 × 600', async () => {
  const { page } = await openDeck({ viewport: { width: 800, height: 600 } }, '#/presenter/2')
  await page.locator('.time-status').waitFor()
  const seen = await page.evaluate(() => {
    const box = (selector: string) => document.querySelector(`.slidev-presenter ${selector}`)!.getBoundingClientRect()
    const outside = [...document.querySelectorAll('.slidev-presenter .grid-section.bottom :is(button, a, time, .standing, .font-mono)')]
      .filter(element => element.checkVisibility() && element.getBoundingClientRect().width)
      .filter((element) => { const { left, right, top, bottom } = element.getBoundingClientRect(); return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight })
      .map(element => element.getAttribute('title') ?? element.className)
    return { slide: box('#slide-content').width, note: { width: box('.slidev-note').width, height: box('.slidev-note').height }, outside }
  })
  expect(seen.outside).toEqual([])
  expect(seen.slide).toBeGreaterThan(400)
  expect(seen.note.width).toBeGreaterThan(280)
  expect(seen.note.height).toBeGreaterThan(180)
  await page.context().close()
})
