/** What other people's decks hold, one slide each: built with the addon it is drawn as stock Slidev draws it. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { deckRoot } from '../deck/load'
import { launch } from '../cli/browser'
import { serve, type Served } from '../cli/serve'

vi.setConfig({ testTimeout: 120_000 })

const deck = fileURLToPath(new URL('decks/features', import.meta.url))
let scratch: string
let browser: Browser
let ours: Served
let stock: Served

/** Marks are drawn at random. */
const HAND_DRAWN = 'svg.rough-annotation { visibility: hidden }'

/** The address under which the browser takes the server for a host on the net. */
const HOST = 'deck.test'
const hosted = () => ours.url.replace('127.0.0.1', HOST)

/** What the builds said. */
let printed = ''

/** Builds the deck as Slidev's own command does. @returns the built folder */
async function build(name: string, change = (text: string) => text, env = {}): Promise<string> {
  const [source, dir] = [join(scratch, name), join(scratch, `${name}-built`)]
  cpSync(deck, source, { recursive: true })
  writeFileSync(join(source, 'slides.md'), change(readFileSync(join(deck, 'slides.md'), 'utf8')))
  const args = ['slidev', 'build', join(source, 'slides.md'), '--base', './', '--out', dir]
  const { stderr } = await promisify(execFile)('npx', args, { cwd: deckRoot, env: { ...process.env, ...env } })
  printed += stderr
  return dir
}

/** A page that asks nobody but its own server, on a slide of the deck, its last transition over. */
async function open(url: string, place = '', options = {}): Promise<Page> {
  const viewport = { width: 980, height: 552 }
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.route(({ href }) => !href.startsWith(url) && !href.startsWith('data:'), route => route.abort())
  await page.goto(url + place, { waitUntil: 'domcontentloaded' })
  return page
}

const drawn = (page: Page, no: number) =>
  page.locator(`#app[data-v-app] [data-slidev-no="${no}"] .slidev-layout`).waitFor()

beforeAll(async () => {
  mkdirSync(join(deckRoot, 'out'), { recursive: true })
  scratch = mkdtempSync(join(deckRoot, 'out', 'features-'))
  const [a, b] = await Promise.all([build('ours'), build('stock', text => text.replace(/^(?:addons|pwa):.*\n/gm, ''))])
  ;[ours, stock] = [await serve(a, { names: [HOST] }), await serve(b)]
  browser = await launch([
    `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
    `--unsafely-treat-insecure-origin-as-secure=${hosted()}`,
  ])
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await Promise.all([ours?.close(), stock?.close()])
  rmSync(scratch, { recursive: true, force: true })
})

it('looks as stock Slidev draws it, before and after its clicks', async () => {
  const pages = await Promise.all([ours, stock].map(({ url }) => open(url)))
  for (const place of ['1', '2', '3', '4', '4?clicks=1', '5', '6']) {
    const pictures = await Promise.all(pages.map(async (page) => {
      await page.evaluate(place => void (location.hash = `/${place}`), place)
      await drawn(page, Number.parseInt(place))
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
      await page.evaluate(() => document.fonts.ready.then(() => {}))
      return page.screenshot({ animations: 'disabled', style: HAND_DRAWN })
    }))
    expect(pictures[0]!.equals(pictures[1]!), `slide ${place}`).toBe(true)
  }
})

it('says of a note, when it is built, that it marks other steps than its slide takes', () => {
  const says = /^deck: slide 4 .*: the note marks 2 clicks, the slide takes 1; /
  expect(printed.match(/^deck: .*$/gm)).toEqual([expect.stringMatching(says)])
})

it('shows a formula once, in its own font', async () => {
  const page = await open(ours.url, '#/2')
  await drawn(page, 2)
  expect(await page.locator('[data-slidev-no="2"] .katex').count()).toBe(1)
  expect(await page.evaluate(() => document.fonts.load('1em KaTeX_Main').then(faces => faces.length))).toBe(1)
})

it('draws alerts and marks that mdc writes', async () => {
  const page = await open(ours.url, '#/3')
  await page.locator('[data-slidev-no="3"] svg.rough-annotation path').first().waitFor({ state: 'attached' })
  expect(await page.locator('.markdown-alert').evaluate(alert => getComputedStyle(alert).borderLeftStyle)).toBe('solid')
})

it('leaves half and faint words, and colours of either scheme, as the deck sets them', async () => {
  for (const [colorScheme, colour] of [['light', 'rgb(1, 2, 3)'], ['dark', 'rgb(4, 5, 6)']]) {
    const page = await open(ours.url, '#/4', { colorScheme })
    await drawn(page, 4)
    const style = (id: string) => page.locator(id).evaluate((element) => {
      const { opacity, visibility, color } = getComputedStyle(element)
      return { opacity, visibility, color }
    })
    expect(await style('#half')).toMatchObject({ opacity: '0.5', visibility: 'visible' })
    expect(await style('#watermark')).toMatchObject({ opacity: '0.2' })
    expect(await style('#scheme')).toMatchObject({ color: colour })
  }
})

it('frames the deck’s own pages, and loads from other hosts', async () => {
  const page = await open(ours.url, '#/5')
  await page.frameLocator('iframe').getByText('Own page').waitFor()
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(0)
  expect(await page.locator('link[rel="stylesheet"][href*="fonts.googleapis.com"]').count()).toBe(1)
})

it('gives each of two slides with the same note its own time', async () => {
  const page = await open(ours.url, '#/presenter/5')
  const pace = (time: string) => page.locator('.slidev-note .pacing', { hasText: time }).first().waitFor()
  await pace('00:00')
  await page.evaluate(() => void (location.hash = '/presenter/6'))
  await pace('15:00')
})

it('shows its first slide from the page alone, with the built picture', async () => {
  const page = await open(ours.url, '', { javaScriptEnabled: false })
  expect(await page.getByRole('heading').textContent()).toBe('What stock Slidev draws, this draws')
  expect(await page.locator('img').getAttribute('src')).toMatch(/^\.\/assets\/p-[\w-]+\.png$/)
})

it('hands the first slide over without an empty frame', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.addInitScript(() => {
    const frames: boolean[] = []
    Object.assign(globalThis, { frames_: frames })
    const frame = () => {
      frames.push(Boolean(document.querySelector('[data-slidev-no="1"] h1')))
      requestAnimationFrame(frame)
    }
    addEventListener('DOMContentLoaded', () => requestAnimationFrame(frame))
  })
  await page.goto(ours.url)
  await drawn(page, 1)
  expect(await page.evaluate(() => (globalThis as unknown as { frames_: boolean[] }).frames_)).not.toContain(false)
})

it('brings all slides in one script and one stylesheet, so that a lost network loses no slide', async () => {
  const page = await open(ours.url)
  await drawn(page, 1)
  await page.context().setOffline(true)
  for (const no of [2, 3, 4, 5, 6]) {
    await page.evaluate(no => void (location.hash = `/${no}`), no)
    await drawn(page, no)
  }
})

it('needs no server at the second visit to a host, and leaves no worker on this machine', async () => {
  const local = await open(ours.url)
  await drawn(local, 1)
  expect(await local.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  const page = await open(hosted())
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await page.reload()
  await page.evaluate(() => void (location.hash = '/6'))
  await drawn(page, 6)
})

it('says of itself what the deck says, and names its picture whole', async () => {
  const page = await open(ours.url)
  const meta = (name: string) => page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content')
  expect(await meta('author')).toBe('A “quoted” & plain author')
  expect(await meta('description')).toBe('What it’s <about>')
  expect(await meta('og:image')).toBe('https://talks.example/deck/og.png')
})

it('is one file, its background picture too, and offline when it asks to be', async () => {
  const head = '---\nchecks: { offline: true }\nfonts: { provider: none }\n'
  const dir = await build('single', text => text.replace('---\n', head), { DECK_SINGLE: '1' })
  expect(readdirSync(dir).filter(name => name.startsWith('assets'))).toEqual([])
  const html = readFileSync(join(dir, 'index.html'), 'utf8')
  expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'/)
  const page = await (await browser.newContext()).newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.goto(`${pathToFileURL(join(dir, 'index.html'))}#/5`)
  await drawn(page, 5)
  const picture = page.locator('[data-slidev-no="5"] [style*="background-image"]')
  expect(await picture.getAttribute('style')).toContain('url("data:image/png')
  expect(asked.filter(address => !/^(?:data:|file:.*(?:index|frame)\.html)/.test(address))).toEqual([])
})
