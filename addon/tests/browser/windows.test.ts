import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-chromium'
import { expect, inject, it } from 'vitest'
import { everyState, useBrowser } from './browser'

const browser = useBrowser()
/** A name that no network knows: the built files answer for it from disk, and nothing else answers. */
const host = 'http://talk.example/'
const stepped = (await everyState()).find(state => state.click === 1)!.no

async function offline(): Promise<BrowserContext> {
  const context = await browser().newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await context.route('**', route => route.request().url().startsWith(host)
    ? route.fulfill({ path: join(inject('deckDir'), new URL(route.request().url()).pathname.replace(/\/$/, '/index.html')) })
    : route.abort())
  return context
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host + path)
  await page.locator('.slidev-layout:visible').first().waitFor()
  return page
}

const place = (page: Page) => page.evaluate(() => [
  document.querySelector('#slide-content .slidev-page:not([style*="display: none"])')?.getAttribute('data-slidev-no'),
  new URLSearchParams(location.hash.split('?')[1]).get('clicks') ?? '0',
].join(' click '))

/** Waits for the window to show that slide at that click. */
async function shows(page: Page, no: number, click = 0): Promise<void> {
  await expect.poll(() => place(page), { timeout: 20_000 }).toBe(`${no} click ${click}`)
}

const time = (page: Page) => page.locator('.grid-section.bottom .font-mono').last().innerText().then(text => text.replace(/\s/g, ''))

it('keeps audience and presenter in step on any host without a network', async () => {
  const context = await offline()
  const presenter = await open(context, `#/presenter/${stepped}`)
  const audience = await open(context, '')
  await shows(audience, stepped) // a window opened late joins the talk
  await shows(presenter, stepped)

  // The presenter leads, by key and by click.
  await presenter.bringToFront()
  await presenter.keyboard.press('ArrowRight')
  await shows(audience, stepped, 1)
  await presenter.getByTitle('Go to previous slide').click()
  await shows(audience, stepped)
  await presenter.keyboard.press('ArrowDown')
  await shows(audience, stepped + 1)

  // The audience's window leads, by key, by click and by the overview.
  await audience.bringToFront()
  await audience.keyboard.press('ArrowUp')
  await shows(presenter, stepped)
  await audience.getByTitle('Go to next slide').click()
  await shows(presenter, stepped, 1)
  await audience.mouse.move(640, 200)
  await audience.keyboard.press('o')
  await audience.keyboard.press('ArrowRight')
  await audience.keyboard.press('Enter')
  await shows(presenter, stepped + 1)

  // A reload moves nobody, and both still lead.
  for (const [page, other] of [[audience, presenter], [presenter, audience]] as const) {
    await page.bringToFront()
    await page.reload()
    await page.locator('.slidev-layout:visible').first().waitFor()
    await shows(page, stepped + 1)
    await shows(other, stepped + 1)
    await page.keyboard.press('ArrowUp')
    await shows(other, stepped)
    await page.keyboard.press('ArrowDown')
    await shows(other, stepped + 1)
  }
  expect(await time(presenter), 'the timer survives the reloads').toMatch(/\d/)
  await context.close()
})

it('lets whoever opens late join in, a presenter too, with the timer running on', async () => {
  const context = await offline()
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
  const context = await offline()
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

it('darkens the audience’s screen from either window, and any step shows the same slide again', async () => {
  const context = await offline()
  const audience = await open(context, '#/2')
  const presenter = await open(context, '#/presenter/2')
  const dark = () => audience.evaluate(() => getComputedStyle(document.querySelector('#page-root')!, '::after').backgroundColor === 'rgb(0, 0, 0)')
  for (const [page, on, off] of [[presenter, 'b', 'b'], [presenter, '.', '.'], [audience, 'b', 'ArrowRight'], [presenter, '.', 'PageDown']] as const) {
    await page.bringToFront()
    await page.keyboard.press(on)
    await expect.poll(dark, { message: `${on} darkens` }).toBe(true)
    expect(await presenter.evaluate(() => getComputedStyle(document.querySelector('.grid-section.main')!, '::after').content)).toMatch(/dark/)
    const late = await open(context, '#/1')
    expect(await late.evaluate(() => document.body.classList.contains('screen-dark')), 'a window opened late is dark too').toBe(true)
    await late.close()
    await page.bringToFront()
    await page.keyboard.press(off)
    await expect.poll(dark, { message: `${off} lights` }).toBe(false)
    await shows(audience, 2)
    await shows(presenter, 2)
  }
  await context.close()
})

it('shows the speaker’s arrow while it moves, not while it rests', async () => {
  const context = await offline()
  const audience = await open(context, '#/2')
  const presenter = await open(context, '#/presenter/2')
  await presenter.bringToFront()
  const box = (await presenter.locator('#slide-content').boundingBox())!
  await presenter.mouse.move(box.x + 50, box.y + 50)
  await presenter.mouse.move(box.x + 90, box.y + 90)
  const arrow = audience.locator('#slide-content svg.stroke-white')
  await arrow.waitFor({ timeout: 20_000 })
  await expect.poll(() => arrow.count(), { timeout: 20_000 }).toBe(0)
  await presenter.mouse.move(box.x + 120, box.y + 90)
  await arrow.waitFor({ timeout: 20_000 })
  await context.close()
})

it('opens the other window by one press, where the talk is', async () => {
  const context = await offline()
  const presenter = await open(context, '#/presenter/3')
  const [audience] = await Promise.all([context.waitForEvent('page'), presenter.getByTitle(/^Open the audience/).click()])
  await shows(audience, 3)
  await presenter.keyboard.press('ArrowDown')
  await shows(audience, 4)
  const [both] = await Promise.all([context.waitForEvent('page'), open(context, '#/presenter/1?both')])
  await shows(both, 4)
  await context.close()
})
