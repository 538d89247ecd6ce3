/**
 * `deck bench`: this deck beside a stock Slidev deck of as many plain slides, built and opened in turn in one run.
 * Prints ratios, which a slow machine changes less than times, and fails nothing.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import sirv from 'sirv'
import { globSync } from 'tinyglobby'
import { deckRoot, loadDeck } from '../deck/load'
import { findBrowser, launch } from './browser'
import { serve, type Served } from './serve'

interface Deck extends Served { name: 'ours' | 'stock', entry: string }
type Put = (row: string, name: Deck['name'], value: number) => void

const RUNS = 7
/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

const quantile = (values: number[], share = 0.5) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN

/** Seconds that a program takes. @throws when it fails, with what it printed */
function timed(program: string, ...args: string[]): number {
  const started = performance.now()
  const options = { cwd: deckRoot, encoding: 'utf8', shell: process.platform === 'win32' } as const
  const { status, stdout, stderr } = spawnSync(program, args, options)
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`)
  return (performance.now() - started) / 1000
}

const plain = (no: number) => `# Slide number ${no} says one thing

- The first line of it
- The second line of it

<p v-click>And what follows from them</p>
`

/** A deck of plain slides with Slidev's transition and offline copy as ours has them. @returns its entry file */
function writeStock(folder: string, slides: number, { transition, pwa = false }: Record<string, unknown>): string {
  const entry = join(folder, 'slides.md')
  const fade = typeof transition === 'string' ? transition : 'fade'
  const head = `theme: default\nrouterMode: hash\ntransition: ${fade}\npwa: ${pwa}\nfonts: { provider: none }`
  const pages = Array.from({ length: slides }, (_, i) => plain(i + 1))
  mkdirSync(folder, { recursive: true })
  writeFileSync(entry, `---\n${head}\n---\n\n${pages.join('\n---\n\n')}`)
  return entry
}

/** Builds a deck and serves it compressed, as web hosts do. */
async function built(name: Deck['name'], entry: string, dir: string, put: Put): Promise<Deck> {
  put('Build, s', name, timed('npx', 'slidev', 'build', entry, '--base', './', '--out', dir))
  const sizes = globSync(['index.html', 'assets/**'], { cwd: dir, absolute: true }).map((file) => {
    if (!/\.(?:html|js|css|svg)$/.test(file))
      return readFileSync(file).length
    const sent = gzipSync(readFileSync(file))
    writeFileSync(`${file}.gz`, sent)
    return sent.length
  })
  put('Built page and assets, KB compressed', name, sizes.reduce((sum, size) => sum + size, 0) / 1024)
  return { name, entry, ...await serve(sirv(dir, { dev: true, gzip: true }) as Parameters<typeof serve>[0]) }
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
  const shown = await page.evaluate(() => new Promise<number>((done) => {
    new PerformanceObserver(list => done(list.getEntries().at(-1)!.startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true })
  }))
  await page.context().close()
  return shown
}

/** What comes in the first ten seconds, headers included. */
async function fetched(browser: Browser, { name, url }: Deck, put: Put): Promise<void> {
  const { page, cdp } = await openCold(browser)
  const sizes: number[] = []
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength))
  await page.goto(url)
  await page.waitForTimeout(10_000)
  put('Fetched in ten seconds, KB', name, sizes.reduce((sum, size) => sum + size, 0) / 1024)
  put('Fetched in ten seconds, requests', name, sizes.length)
  await page.context().close()
}

interface Answer { turned: boolean, ms: number }

/** Runs in the page: ms from the next key to the end of the frame that shows its work; nothing at the deck's end. */
function timeNextKey(): void {
  const top = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[data-slidev-no]')
  const left = () => [...document.querySelectorAll('#slideshow > [data-slidev-no]')]
    .filter(slide => getComputedStyle(slide).display !== 'none').length
  const number = () => location.hash.split('?')[0]
  const answer = new Promise<Answer | undefined>(done => addEventListener('keydown', ({ timeStamp }) => {
    const before = { place: location.hash, number: number(), slide: top() }
    let ms = 0
    const frame = () => {
      const turned = number() !== before.number
      const shows = location.hash !== before.place
        && (!turned || (top() !== before.slide && Number(getComputedStyle(top()!).opacity) > 0.1))
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
  Object.assign(globalThis, { answer })
}

/** Walks through the whole deck and back, as somebody with a clicker does, once everything is loaded. */
async function keys(browser: Browser, { name, url }: Deck, still: boolean, put: Put): Promise<void> {
  const reducedMotion = still ? 'reduce' : 'no-preference'
  const { page, ready } = await openCold(browser, { reducedMotion })
  await page.goto(url)
  await ready()
  await page.waitForTimeout(4000)
  const times: Record<string, number[]> = { forward: [], back: [], click: [] }
  for (const [key, kind] of [['ArrowRight', 'forward'], ['ArrowLeft', 'back']] as const) {
    for (;;) {
      await page.evaluate(timeNextKey)
      await page.keyboard.press(key)
      const answer = await page.evaluate<Answer | undefined>('globalThis.answer')
      if (!answer)
        break
      times[answer.turned ? kind : 'click']!.push(answer.ms)
    }
  }
  for (const [kind, all] of Object.entries(times)) {
    const row = `Key ${kind}${still ? ', motion reduced' : ''}`
    put(`${row}, median ms`, name, quantile(all))
    put(`${row}, 95 % ms`, name, quantile(all, 0.95))
  }
  await page.context().close()
}

/**
 * @param entry path of the deck's entry file
 * @throws when a build or an export fails, with what it printed
 */
export async function bench(entry: string): Promise<void> {
  const { slides, headmatter } = await loadDeck(entry)
  const table: Record<string, Partial<Record<Deck['name'], number>>> = {}
  const put: Put = (row, name, value) => (table[row] ??= {})[name] = value
  // Inside the deck, so that packages are found.
  mkdirSync(resolve('out'), { recursive: true })
  const scratch = mkdtempSync(resolve('out', 'bench-'))
  const decks: Deck[] = []
  const browser = await launch()
  try {
    decks.push(await built('ours', entry, join(scratch, 'ours'), put))
    const plainDeck = writeStock(join(scratch, 'plain'), slides.length, headmatter)
    decks.push(await built('stock', plainDeck, join(scratch, 'stock'), put))
    for (const slow of [false, true]) {
      const shown: number[][] = [[], []]
      for (let run = 0; run < RUNS * decks.length; run++)
        shown[run % 2]!.push(await firstSlide(browser, decks[run % 2]!, slow))
      decks.forEach(({ name }, i) => put(`First slide${slow ? ' on slow 4G' : ''}, ms`, name, quantile(shown[i]!)))
    }
    for (const deck of decks) {
      await fetched(browser, deck, put)
      await keys(browser, deck, false, put)
      await keys(browser, deck, true, put)
      const output = ['--output', join(scratch, `${deck.name}.pdf`)]
      const own = ['slidev', 'export', deck.entry, '--with-toc', '--executable-path', findBrowser()]
      const args = deck.name === 'ours' ? ['deck', 'export', deck.entry] : own
      put('Export to PDF, s', deck.name, timed('npx', ...args, ...output))
    }
  }
  finally {
    await Promise.allSettled([browser.close(), ...decks.map(({ close }) => close())])
    rmSync(scratch, { recursive: true, force: true })
  }
  console.log(`${''.padEnd(40)}this deck    stock    ratio`)
  for (const [row, { ours = Number.NaN, stock = Number.NaN }] of Object.entries(table))
    console.log(row.padEnd(40) + [ours, stock, ours / stock].map(value => value.toFixed(2).padStart(9)).join(''))
}
