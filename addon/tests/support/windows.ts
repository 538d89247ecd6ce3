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
let folder: string

/**
 * Builds the deck of tests/decks/client and starts a browser; to be called at a test file's top.
 * @returns what gives a context, closed after the test, whose pages find the deck at {@link host}
 */
export function useDeck(): (options?: BrowserContextOptions) => Promise<BrowserContext> {
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deck-'))
    const deck = fileURLToPath(new URL('../decks/client/', import.meta.url))
    const slidev = fileURLToPath(new URL('../../../node_modules/@slidev/cli/bin/slidev.mjs', import.meta.url))
    execFileSync(process.execPath, [slidev, 'build', '--base', './', '--out', folder], { cwd: deck, stdio: 'ignore' })
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return async (options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', ...options })
    onTestFinished(() => context.close())
    await serve(context)
    return context
  }
}

/** @param edit of the deck's script, as another build of the deck would have it */
export async function serve(to: BrowserContext | Page, edit = (script: string) => script): Promise<void> {
  await to.route('**', (route) => {
    const url = new URL(route.request().url())
    const file = join(folder, url.pathname.replace(/\/$/, '/index.html'))
    if (!url.href.startsWith(host) || url.pathname === '/sw.js')
      return route.abort()
    const body = readFileSync(file)
    const kind = extname(file)
    return route.fulfill({ body: kind === '.js' ? edit(String(body)) : body, contentType: kinds[kind] ?? 'font/woff2' })
  })
}

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
    const clicks = new URLSearchParams(location.hash.split('?')[1]).get('clicks') ?? '0'
    return shown?.getAttribute('data-slidev-no') === String(no) && clicks === String(click)
  }, [no, click] as const, { timeout: 10_000 })
}

/** Waits until the text of a part of the page matches. */
export async function says(page: Page, selector: string, text: RegExp): Promise<void> {
  await page.waitForFunction(([selector, source]) => {
    const said = [...document.querySelectorAll(selector!)].at(-1)?.textContent ?? ''
    return new RegExp(source!).test(said.replace(/\s+/g, ' ').trim())
  }, [selector, text.source], { timeout: 10_000 })
}

export const press = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed)
    await page.keyboard.press(key)
}
