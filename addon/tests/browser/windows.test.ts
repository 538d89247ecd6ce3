import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-chromium'
import { expect, inject, it } from 'vitest'
import { everyState, useBrowser } from './browser'

const browser = useBrowser()
/** A name that no network knows: the built files answer for it from disk, and nothing else answers. */
const host = 'http://talk.example/'

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

/** Waits for the window to show that slide at that click. */
async function shows(page: Page, no: number, click = 0): Promise<void> {
  await expect.poll(() => page.evaluate(() => [
    document.querySelector('#slide-content .slidev-page:not([style*="display: none"])')?.getAttribute('data-slidev-no'),
    new URLSearchParams(location.hash.split('?')[1]).get('clicks') ?? '0',
  ].join(' click ')), { timeout: 5000 }).toBe(`${no} click ${click}`)
}

it('keeps audience and presenter in step on any host without a network', async () => {
  const stepped = (await everyState()).find(state => state.click === 1)!.no
  const context = await offline()
  const presenter = await open(context, `#/presenter/${stepped}`)
  const audience = await open(context, '')
  await shows(audience, stepped) // a window opened late joins the talk
  await shows(presenter, stepped)

  // The presenter leads, by key and by click.
  await presenter.bringToFront()
  await presenter.keyboard.press('t')
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
  expect(await presenter.locator('.grid-section.bottom .font-mono').last().innerText(), 'the timer survives the reloads').toMatch(/\d/)
  await context.close()
})
