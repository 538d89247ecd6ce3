/** Windows of one browser on a small deck that only the disk answers for. */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'
import { onTestFinished } from 'vitest'
import { theBrowser } from './page'
import { buildFixture } from './run'

/** A name that no network knows. */
const host = 'http://talk.example/'
const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const viewport = { width: 1280, height: 720 }

/** @returns a context, closed after the test, whose pages find the deck of tests/decks/client at {@link host} */
export async function deck(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await theBrowser()).newContext({ viewport, reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  await serve(context)
  return context
}

/** @param edit of the deck's script, as another build of the deck would have it */
export async function serve(to: BrowserContext | Page, edit = (script: string) => script): Promise<void> {
  const folder = await buildFixture('client')
  await to.route('**', (route) => {
    const url = new URL(route.request().url())
    if (!url.href.startsWith(host) || url.pathname === '/sw.js')
      return route.abort()
    const file = join(folder, url.pathname.replace(/\/$/, '/index.html'))
    const body = readFileSync(file)
    const kind = extname(file)
    return route.fulfill({ body: kind === '.js' ? edit(String(body)) : body, contentType: kinds[kind] ?? 'font/woff2' })
  })
}

/** Storage of this context's windows throws, as where a policy blocks it. */
export const blockStorage = (to: BrowserContext | Page) => to.addInitScript(() => {
  const get = () => { throw new DOMException('Blocked', 'SecurityError') }
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { configurable: true, get })
})

/** Opens an address of the deck and waits until the app stands. */
export async function open(context: BrowserContext, path: string, page?: Page): Promise<Page> {
  page ??= await context.newPage()
  await page.goto(host + path)
  await page.locator('#app[data-v-app]').waitFor({ state: 'attached' })
  return page
}

/** Waits for the window to show that slide at that click. */
export async function shows(page: Page, no: number, click = 0): Promise<void> {
  await page.waitForFunction(([no, click]) => {
    const shown = document.querySelector('#slide-content .slidev-page:not([style*="display: none"])')
    const clicks = Number(new URLSearchParams(location.hash.split('?')[1]).get('clicks'))
    return shown?.getAttribute('data-slidev-no') === String(no) && clicks === click
  }, [no, click] as const, { timeout: 0 })
}

/** Waits until the text of a part of the page matches. */
export async function says(page: Page, selector: string, text: RegExp): Promise<void> {
  await page.waitForFunction(([selector, source]) => {
    const said = [...document.querySelectorAll(selector!)].at(-1)?.textContent ?? ''
    return new RegExp(source!).test(said.replace(/\s+/g, ' ').trim())
  }, [selector, text.source], { timeout: 0 })
}

export async function press(page: Page, ...pressed: string[]): Promise<void> {
  await page.bringToFront()
  for (const key of pressed)
    await page.keyboard.press(key)
}
