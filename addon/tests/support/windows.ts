/** Windows of one browser on a small deck, built once, that only the disk answers for. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-chromium'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { findBrowser } from '../../cli/browser'

/** A name that no network knows. */
export const host = 'http://talk.example/'
const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/**
 * Builds a deck and starts a browser, at a test file's top.
 * @param name of a folder in tests/decks/
 * @returns `folder` of the built deck, and `context`, whose pages find the deck at {@link host}; `older` changes its script
 */
export function useDeck(name: string) {
  const folder = process.env.BUILT ?? mkdtempSync(join(tmpdir(), 'deck-'))
  let browser: Browser
  beforeAll(async () => {
    const deck = fileURLToPath(new URL(`../decks/${name}/`, import.meta.url))
    const slidev = fileURLToPath(new URL('../../../node_modules/@slidev/cli/bin/slidev.mjs', import.meta.url))
    if (!process.env.BUILT)
      execFileSync(process.execPath, [slidev, 'build', '--base', './', '--out', folder], { cwd: deck, stdio: ['ignore', 'ignore', 'inherit'] })
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    if (!process.env.BUILT)
      rmSync(folder, { recursive: true, force: true })
  })
  const context = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', ...options })
    onTestFinished(() => context.close())
    await context.route('**', (route) => {
      const url = new URL(route.request().url())
      if (!url.href.startsWith(host))
        return route.abort()
      const file = join(folder, url.pathname.replace(/\/$/, '/index.html'))
      return route.fulfill({ body: readFileSync(file), contentType: kinds[extname(file)] ?? 'application/octet-stream' })
    })
    return context
  }
  return { folder, context }
}

/** Opens an address of the deck and waits until the app stands. */
export async function open(context: BrowserContext, path: string, page?: Page): Promise<Page> {
  page ??= await context.newPage()
  await page.goto(host + path)
  await page.locator('#app[data-v-app] > *').first().waitFor({ state: 'attached' })
  return page
}

/** Waits for the window to show that slide at that click. */
export async function shows(page: Page, no: number, click = 0): Promise<void> {
  await page.waitForFunction(([no, click]) => {
    const shown = document.querySelector('#slide-content .slidev-page:not([style*="display: none"])')
    const clicks = new URLSearchParams(location.hash.split('?')[1]).get('clicks') ?? '0'
    return shown?.getAttribute('data-slidev-no') === String(no) && clicks === String(click)
  }, [no, click] as const, { timeout: 10_000 })
}

/** Waits until a part of the page says something. */
export async function says(page: Page, selector: string, text: RegExp): Promise<void> {
  await page.waitForFunction(([selector, source]) => new RegExp(source!).test(document.querySelector(selector!)?.textContent?.trim() ?? ''), [selector, text.source], { timeout: 10_000 })
}
