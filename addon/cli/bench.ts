/**
 * `deck bench`: this deck beside a stock Slidev deck of as many plain slides, built and opened in turn in one run. Prints
 * ratios, which a slow machine changes less than times, and fails nothing.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions } from 'playwright-chromium'
import sirv from 'sirv'
import { deckRoot, loadDeck } from '../deck/load'
import { findBrowser, launch } from './browser'

interface Deck { name: 'ours' | 'stock', entry: string, dir: string, url: string, close: () => void }
type Put = (row: string, deck: Deck, value: number) => void

const RUNS = 7
/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const TEXT = /\.(?:html|js|css|svg|webmanifest)$/

const quantile = (values: number[], share = 0.5) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN

/** Seconds that a program takes. @throws when it fails, with what it printed */
function timed(program: string, ...args: string[]): number {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: deckRoot, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`)
  return (performance.now() - started) / 1000
}

/** A deck of plain slides that uses what ours uses of Slidev's own: transition, offline copy. @returns its entry file */
function writeStock(folder: string, slides: number, { transition, pwa = false }: Record<string, unknown>): string {
  const entry = join(folder, 'slides.md')
  const own = typeof transition === 'string' ? transition : 'fade'
  const plain = (no: number) => `# Slide number ${no} says one thing\n\n- The first line of it\n- The second line of it\n\n<p v-click>And what follows from them</p>\n`
  mkdirSync(folder, { recursive: true })
  writeFileSync(entry, `---\ntheme: default\nrouterMode: hash\ntransition: ${own}\npwa: ${pwa}\nfonts:\n  provider: none\n---\n\n${Array.from({ length: slides }, (_, i) => plain(i + 1)).join('\n---\n\n')}`)
  return entry
}

/** Builds a deck and serves it compressed, as web hosts do. */
async function built(name: Deck['name'], entry: string, dir: string, put: Put): Promise<Deck> {
  const seconds = timed('npx', 'slidev', 'build', entry, '--base', './', '--out', dir)
  let bytes = 0
  for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(file => /\.\w+$/.test(file))) {
    const whole = readFileSync(join(dir, file))
    const sent = TEXT.test(file) ? gzipSync(whole) : whole
    if (sent !== whole)
      writeFileSync(join(dir, `${file}.gz`), sent)
    if (/^(?:index\.html|assets[\\/].*)$/.test(file))
      bytes += sent.length
  }
  const files = sirv(dir, { dev: true, gzip: true })
  const server = createServer((request, response) => files(request, response)).listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const deck: Deck = { name, entry, dir, url, close: () => server.close().closeAllConnections() }
  put('Build, s', deck, seconds)
  put('Built page and assets, KB compressed', deck, bytes / 1024)
  return deck
}

/** A profile without a cache, at a projector's size. */
async function openCold(browser: Browser, options: BrowserContextOptions = {}) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })).newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  // tsx wraps inner functions in a helper that the page does not have (privatenumber/tsx#113).
  await page.addInitScript('globalThis.__name = given => given')
  return { page, cdp, ready: () => page.locator('#app[data-v-app] .slidev-layout h1').first().waitFor() }
}

/** @returns ms from navigation to the frame that shows the first slide's largest text */
async function firstSlide(browser: Browser, { url }: Deck, slow: boolean): Promise<number> {
  const { page, cdp, ready } = await openCold(browser)
  if (slow)
    await cdp.send('Network.emulateNetworkConditions', SLOW)
  await page.goto(url)
  await ready()
  await page.waitForLoadState('networkidle')
  const shown = await page.evaluate(() => new Promise<number>(done => new PerformanceObserver(list => done(list.getEntries().at(-1)!.startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true })))
  await page.context().close()
  return shown
}

/** What comes in the first ten seconds, headers included. */
async function fetched(browser: Browser, deck: Deck, put: Put): Promise<void> {
  const { page, cdp } = await openCold(browser)
  const sizes: number[] = []
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength))
  await page.goto(deck.url)
  await page.waitForTimeout(10_000)
  put('Fetched in ten seconds, KB', deck, sizes.reduce((sum, size) => sum + size, 0) / 1024)
  put('Fetched in ten seconds, requests', deck, sizes.length)
  await page.context().close()
}

/** Runs in the page: ms from the next key to the end of the first frame that shows what it does; nothing at the deck's end. */
function timeNextKey(): Promise<{ turned: boolean, ms: number } | undefined> {
  const top = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[data-slidev-no]')
  const left = () => [...document.querySelectorAll('#slideshow > [data-slidev-no]')].filter(slide => getComputedStyle(slide).display !== 'none').length
  const number = () => location.hash.split('?')[0]
  return new Promise(done => addEventListener('keydown', ({ timeStamp }) => {
    const before = { place: location.hash, number: number(), slide: top() }
    let ms = 0
    const frame = () => {
      const turned = number() !== before.number
      const shows = location.hash !== before.place && (!turned || (top() !== before.slide && Number(getComputedStyle(top()!).opacity) > 0.1))
      if (!ms && shows)
        setTimeout(() => ms = performance.now() - timeStamp)
      if (ms && left() === 1 && document.getAnimations().every(({ playState }) => playState === 'finished'))
        return done({ turned, ms })
      if (performance.now() - timeStamp > 3000)
        return done(undefined)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }, { once: true, capture: true }))
}

/** Walks through the whole deck and back, as somebody with a clicker does, once everything is loaded. */
async function keys(browser: Browser, deck: Deck, reducedMotion: 'reduce' | 'no-preference', put: Put): Promise<void> {
  const { page, ready } = await openCold(browser, { reducedMotion })
  await page.goto(deck.url)
  await ready()
  await page.waitForTimeout(4000)
  const times: Record<string, number[]> = { forward: [], back: [], click: [] }
  for (const [key, kind] of [['ArrowRight', 'forward'], ['ArrowLeft', 'back']] as const) {
    for (;;) {
      const timing = page.evaluate(timeNextKey)
      await page.waitForTimeout(50)
      await page.keyboard.press(key)
      const answer = await timing
      if (!answer)
        break
      times[answer.turned ? kind : 'click']!.push(answer.ms)
    }
  }
  for (const [kind, all] of Object.entries(times)) {
    const row = `Key ${kind}${reducedMotion === 'reduce' ? ', motion reduced' : ''}`
    put(`${row}, median ms`, deck, quantile(all))
    put(`${row}, 95 % ms`, deck, quantile(all, 0.95))
  }
  await page.context().close()
}

/**
 * @param entry path of the deck's entry file
 * @throws when a build or an export fails, with what it printed
 */
export async function bench(entry = resolve(deckRoot, 'slides.md')): Promise<void> {
  const { slides, headmatter } = await loadDeck(entry)
  const table: Record<string, Partial<Record<Deck['name'], number>>> = {}
  const put: Put = (row, { name }, value) => (table[row] ??= {})[name] = value
  // Inside the deck, so that packages are found.
  mkdirSync(join(deckRoot, 'out'), { recursive: true })
  const scratch = mkdtempSync(join(deckRoot, 'out', 'bench-'))
  const decks: Deck[] = []
  const browser = await launch()
  try {
    console.error('Building both decks …')
    decks.push(await built('ours', entry, join(scratch, 'ours'), put))
    decks.push(await built('stock', writeStock(join(scratch, 'plain'), slides.length, headmatter), join(scratch, 'stock'), put))
    for (const slow of [false, true]) {
      console.error(`First slide${slow ? ' on a slow line' : ''} …`)
      const shown: number[][] = [[], []]
      for (let run = 0; run < RUNS * decks.length; run++)
        shown[run % 2]!.push(await firstSlide(browser, decks[run % 2]!, slow))
      decks.forEach((deck, i) => put(`First slide${slow ? ' on slow 4G' : ''}, ms`, deck, quantile(shown[i]!)))
    }
    for (const deck of decks) {
      console.error(`Keys and export of ${deck.name === 'ours' ? 'this deck' : 'the stock deck'} …`)
      await fetched(browser, deck, put)
      await keys(browser, deck, 'no-preference', put)
      await keys(browser, deck, 'reduce', put)
      const pdf = join(scratch, `${deck.name}.pdf`)
      put('Export to PDF, s', deck, deck.name === 'stock'
        ? timed('npx', 'slidev', 'export', deck.entry, '--with-toc', '--executable-path', findBrowser(), '--output', pdf)
        : timed('npx', 'deck', 'export', deck.entry, '--output', pdf))
    }
  }
  finally {
    await browser.close()
    decks.forEach(({ close }) => close())
    rmSync(scratch, { recursive: true, force: true })
  }
  console.log(`Load of the machine: ${loadavg()[0]!.toFixed(1)}. This deck, stock deck, ratio:`)
  for (const [row, { ours = Number.NaN, stock = Number.NaN }] of Object.entries(table))
    console.log(`${row.padEnd(40)}${ours.toFixed(1).padStart(10)}${stock.toFixed(1).padStart(10)}${(ours / stock).toFixed(2).padStart(8)}`)
}
