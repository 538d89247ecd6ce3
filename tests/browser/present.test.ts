/** The built deck in people's hands: under a subpath and without a network, in two windows, and to be read. */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { loadDeck } from '../../addon/deck/load'
import { theBrowser } from '../../addon/tests/support/page'

const deck = await loadDeck()
/** A name that no network knows, under a subpath: the disk answers for it, and nothing else answers. */
const HOME = 'http://talk.example/some/path/'
const KINDS: Record<string, string> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
}

let context: BrowserContext
const errors: string[] = []

beforeAll(async () => {
  const browser = await theBrowser()
  context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' })
  await context.route('**', (route) => {
    const { href, pathname } = new URL(route.request().url())
    if (!href.startsWith(HOME))
      return errors.push(`asks ${href}`), route.abort()
    const file = join(inject('deckDir'), pathname.slice('/some/path'.length).replace(/\/$/, '/index.html'))
    return route.fulfill({ body: readFileSync(file), contentType: KINDS[extname(file)] ?? 'application/octet-stream' })
  })
  context.on('weberror', error => errors.push(error.error().message))
})
afterEach(() => expect(errors.splice(0)).toEqual([]))
afterAll(() => context?.close())

async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(HOME + path)
  await page.locator('#app[data-v-app] > *').first().waitFor({ state: 'attached' })
  return page
}

/** Waits for the window to show that slide at that click. */
const shows = (page: Page, no: number, click = 0) => page.waitForFunction(([no, click]) => {
  const shown = [...document.querySelectorAll('#slide-content .slidev-page')]
    .find(slide => slide.querySelector('.slidev-layout')?.checkVisibility())
  const shownClick = new URLSearchParams(location.hash.split('?')[1]).get('clicks') ?? '0'
  return shown?.getAttribute('data-slidev-no') === String(no) && shownClick === String(click)
}, [no, click] as const)

it('shows a slide of any address under a subpath, without a network', async () => {
  const page = await open(`#/${deck.slides.length}`)
  await shows(page, deck.slides.length)
  await page.close()
})

it.runIf(deck.headmatter.pwa)('is installed under its own name', () => {
  const manifest = readFileSync(join(inject('deckDir'), 'manifest.webmanifest'), 'utf8')
  expect(JSON.parse(manifest).short_name).toBe(deck.headmatter.title.split(':')[0])
})

it('keeps audience and presenter in step, whoever leads', async () => {
  const [audience, presenter] = [await open('#/1'), await open('#/presenter/1')]
  await shows(audience, 1)
  await presenter.locator('.slidev-note').first().waitFor()
  await presenter.keyboard.press('ArrowDown')
  await Promise.all([audience, presenter].map(page => shows(page, 2)))
  await audience.keyboard.press('ArrowDown')
  await Promise.all([audience, presenter].map(page => shows(page, 3)))
  const late = await open('#/1')
  await shows(late, 3)
  for (const page of [audience, presenter, late])
    await page.close()
})

it('shows each slide’s note in presenter mode, with its place in the time', async () => {
  const presenter = await open('#/presenter/1')
  await presenter.locator('.slidev-note .pacing').first().waitFor()
  expect(await presenter.locator('.slidev-note .pacing').first().innerText()).toMatch(/^be here at 00:00 · \d+ s$/)
  await presenter.close()
})

it('reads as one page: every slide with its headline, its note, its pictures', async () => {
  const page = await open('#/read')
  await page.locator('.read-page[aria-busy=false]').waitFor()
  const articles = await page.locator('article[data-slide]').evaluateAll(all => all.map(article => ({
    no: Number(article.getAttribute('data-slide')),
    headline: article.querySelector('h3')?.textContent?.trim(),
    words: article.querySelector('.note')?.textContent?.trim().length ?? 0,
    mute: [...article.querySelectorAll('[role=img]')].filter(picture => !picture.getAttribute('aria-label')).length,
  })))
  expect(articles.map(({ no }) => no)).toEqual(deck.slides.map(({ no }) => no))
  const lacks = articles.filter(({ no, headline, words, mute }) =>
    !headline || mute || (deck.slides[no - 1]!.note && !words))
  expect(lacks).toEqual([])
  await page.close()
})
