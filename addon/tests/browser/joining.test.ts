/** Windows that open late, sleep, go dark or open one another: nobody is ever thrown out of the talk. */
import { expect, it } from 'vitest'
import { useBrowser } from './browser'
import { host, offline, open, place, shows, time } from './together'

const browser = useBrowser()

it('opens the other window by one press or one address, where the talk is', async () => {
  const context = await offline(browser())
  const presenter = await open(context, '#/presenter/3')
  const [audience] = await Promise.all([context.waitForEvent('page'), presenter.getByTitle(/^Open the audience/).click()])
  await shows(audience, 3)
  await presenter.keyboard.press('ArrowDown')
  await shows(audience, 4)
  const before = context.pages().length
  await open(context, '#/presenter/1?both')
  await expect.poll(() => context.pages().length, { timeout: 20_000 }).toBe(before + 2)
  // Closed while a window still loads, a browser's context hangs.
  await shows(context.pages().at(-1)!, 4)
  await context.close()
})

it('lets whoever opens late join in, a presenter too, with the timer running on', async () => {
  const context = await offline(browser())
  const audience = await open(context, '#/1')
  const presenter = await open(context, '#/presenter/1')
  expect(await time(presenter)).toBe('-:--')
  await presenter.keyboard.press('ArrowDown')
  await presenter.keyboard.press('ArrowDown')
  await shows(audience, 3)
  await expect.poll(() => time(presenter), { timeout: 20_000, message: 'the first step starts the timer' }).toMatch(/^0:\d\d$/)

  const second = await open(context, '#/presenter/1')
  await shows(second, 3)
  expect(await time(second)).toMatch(/^\d:\d\d$/)
  await expect.poll(() => place(audience)).toBe('3 click 0')
  await expect.poll(() => place(presenter)).toBe('3 click 0')

  // Windows of one kind follow one another as well.
  await second.keyboard.press('ArrowDown')
  await shows(presenter, 4)
  await shows(audience, 4)

  // Closed and opened again at its printed address, the only presenter joins, and leads.
  await second.close()
  await presenter.close()
  const again = await open(context, '#/presenter/1')
  await shows(again, 4)
  expect(await time(again)).toMatch(/^\d:\d\d$/)
  await shows(audience, 4)
  await again.keyboard.press('ArrowUp')
  await shows(audience, 3)

  // The audience's likewise; the timer stands still when the speaker says so, in every window.
  await again.keyboard.press('t')
  await audience.close()
  const late = await open(context, '#/1')
  await shows(late, 3)
  await again.keyboard.press('Shift+T')
  await late.keyboard.press('t') // not the audience's
  await late.waitForTimeout(300)
  expect(await time(again)).toBe('-:--')
  await context.close()
})

it('keeps every window in step through quick steps, also one whose timers sleep', async () => {
  const context = await offline(browser())
  const presenter = await open(context, '#/presenter/1')
  const audience = await context.newPage()
  // As a hidden tab of Firefox: what it puts off comes a second late. And as one put to sleep: it hears nothing.
  await audience.addInitScript(() => {
    const late = setTimeout
    window.setTimeout = ((run: () => void, ms = 0) => late(run, Math.max(ms, 1000))) as typeof setTimeout
    const { set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage')!
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
      set(hear: (message: MessageEvent) => void) {
        set!.call(this, (message: MessageEvent) => document.title === 'asleep' || hear(message))
      },
    })
  })
  await audience.goto(host)
  await shows(audience, 1)
  await presenter.bringToFront()
  for (let i = 0; i < 6; i++)
    await presenter.keyboard.press('ArrowDown')
  await shows(presenter, 7)
  await shows(audience, 7)
  await audience.evaluate(() => document.title = 'asleep')
  await presenter.keyboard.press('ArrowUp')
  await shows(presenter, 6)
  await shows(audience, 7)
  await audience.evaluate(() => {
    document.title = 'awake'
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await shows(audience, 6)
  await context.close()
})

it('darkens the audience’s screen from either window, any step shows the same slide again, and the speaker’s arrow goes when it rests', async () => {
  const context = await offline(browser())
  const audience = await open(context, '#/2')
  const presenter = await open(context, '#/presenter/2')
  const isDark = (page = audience) => page.evaluate(() => getComputedStyle(document.querySelector('#page-root')!, '::after').backgroundColor === 'rgb(0, 0, 0)')
  const dark = (is: boolean, why: string) => expect.poll(isDark, { message: why, interval: 20 }).toBe(is)
  for (const [page, on, off] of [[presenter, 'b', 'b'], [presenter, '.', '.'], [audience, 'b', 'ArrowRight'], [presenter, '.', 'PageDown']] as const) {
    await page.bringToFront()
    await page.keyboard.press(on)
    await dark(true, `${on} darkens`)
    expect(await presenter.evaluate(() => getComputedStyle(document.querySelector('.grid-section.main')!, '::after').content)).toMatch(/dark/)
    if (off === 'b') {
      const late = await open(context, '#/1')
      await expect.poll(() => isDark(late), { message: 'a window opened late is dark too' }).toBe(true)
      await late.close()
      await page.bringToFront()
    }
    await page.keyboard.press(off)
    await dark(false, `${off} lights`)
    await shows(audience, 2)
    await shows(presenter, 2)
  }

  await presenter.bringToFront()
  const box = (await presenter.locator('#slide-content').boundingBox())!
  const arrow = audience.locator('#slide-content svg.stroke-white')
  for (const x of [50, 90])
    await presenter.mouse.move(box.x + x, box.y + 50)
  await arrow.waitFor()
  await arrow.waitFor({ state: 'detached' })
  await presenter.mouse.move(box.x + 120, box.y + 90)
  await arrow.waitFor()
  await context.close()
})
