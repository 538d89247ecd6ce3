/** Windows of one browser on a deck that only the disk answers for. */
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { expect, inject } from 'vitest'

/** A name that no network knows: the built files answer for it from disk, and nothing else answers. */
export const host = 'http://talk.example/'

export async function offline(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await context.route('**', route => route.request().url().startsWith(host)
    ? route.fulfill({ path: join(inject('deckDir'), new URL(route.request().url()).pathname.replace(/\/$/, '/index.html')) })
    : route.abort())
  return context
}

export async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host + path)
  await page.locator('.slidev-layout:visible').first().waitFor()
  return page
}

export const place = (page: Page) => page.evaluate(() => [
  document.querySelector('#slide-content .slidev-page:not([style*="display: none"])')?.getAttribute('data-slidev-no'),
  new URLSearchParams(location.hash.split('?')[1]).get('clicks') ?? '0',
].join(' click '))

/** Waits for the window to show that slide at that click. */
export async function shows(page: Page, no: number, click = 0): Promise<void> {
  await expect.poll(() => place(page), { timeout: 20_000, interval: 20 }).toBe(`${no} click ${click}`)
}

/** What the presenter's timer says. */
export const time = (page: Page) => page.locator('.grid-section.bottom .font-mono').last().innerText().then(text => text.replace(/\s/g, ''))
