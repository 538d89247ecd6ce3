/**
 * `npm run bench`: this deck beside a stock Slidev deck of as many plain slides, built and opened in turn in one run.
 * Prints ratios, which a slow machine changes less than times, and fails nothing.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import sirv from 'sirv'
import { globSync } from 'tinyglobby'
import { findBrowser, launch } from '../addon/cli/browser'
import { runCommand } from '../addon/cli/process'
import { loadDeck } from '../addon/deck/load'

interface Deck { name: 'ours' | 'stock', entry: string, url: string, server: Server }

const RUNS = 7
/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

const table: Record<string, Partial<Record<Deck['name'], number>>> = {}
const put = (row: string, name: Deck['name'], value: number) => (table[row] ??= {})[name] = value
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const sum = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

/** Seconds that a command takes. @throws when it fails, with what it printed */
function timed(...args: string[]): number {
  const started = performance.now()
  execFileSync('npx', args, { stdio: 'pipe', shell: process.platform === 'win32' })
  return (performance.now() - started) / 1000
}

/** A deck of plain slides with Slidev's transition and offline copy as ours has them. @returns its entry file */
function writeStock(folder: string, slides: number, { transition, pwa = false }: Record<string, unknown>): string {
  const fade = typeof transition === 'string' ? transition : 'fade'
  const head = `theme: default\nrouterMode: hash\ntransition: ${fade}\npwa: ${pwa}\nfonts: { provider: none }`
  const slide = (no: number) => `# Slide number ${no}\n\n- One line\n- Another\n\n<p v-click>And what follows</p>\n`
  const pages = Array.from({ length: slides }, (_, i) => slide(i + 1))
  mkdirSync(folder)
  writeFileSync(join(folder, 'slides.md'), `---\n${head}\n---\n\n${pages.join('\n---\n\n')}`)
  return join(folder, 'slides.md')
}

/** Builds a deck and serves it compressed, as web hosts do. */
async function build(name: Deck['name'], entry: string, dir: string): Promise<Deck> {
  put('Build, s', name, timed('slidev', 'build', entry, '--base', './', '--out', dir))
  const files = globSync(['index.html', 'assets/**'], { cwd: dir, absolute: true })
  put('Built page and assets, KB compressed', name, sum(files.map((file) => {
    const whole = readFileSync(file)
    const sent = /\.(?:html|js|css|svg)$/.test(file) ? gzipSync(whole) : whole
    if (sent !== whole)
      writeFileSync(`${file}.gz`, sent)
    return sent.length
  })) / 1024)
  const server = createServer(sirv(dir, { dev: true, gzip: true })).listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  return { name, entry, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

/** A profile without a cache, at a projector's size. */
async function openCold(browser: Browser) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
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
async function fetched(browser: Browser, { name, url }: Deck): Promise<void> {
  const { page, cdp } = await openCold(browser)
  const sizes: number[] = []
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength))
  await page.goto(url)
  await page.waitForTimeout(10_000)
  put('Fetched in ten seconds, KB', name, sum(sizes) / 1024)
  put('Fetched in ten seconds, requests', name, sizes.length)
  await page.context().close()
}

interface Answer { turned: boolean, ms: number }

/** Runs in the page: ms from the next key to the end of the frame that shows its work; nothing at the deck's end. */
function timeNextKey(): void {
  const top = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[data-slidev-no]')
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
      if (ms && document.getAnimations().every(({ playState }) => playState === 'finished'))
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
async function keys(browser: Browser, { name, url }: Deck): Promise<void> {
  const { page, ready } = await openCold(browser)
  await page.goto(url)
  await ready()
  await page.waitForLoadState('networkidle')
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
  Object.entries(times).forEach(([kind, all]) => put(`Key ${kind}, median ms`, name, median(all)))
  await page.context().close()
}

runCommand(async () => {
  const entry = resolve('slides.md')
  const { slides, headmatter } = await loadDeck(entry)
  // Inside the deck, so that packages are found.
  mkdirSync('out', { recursive: true })
  const scratch = mkdtempSync(resolve('out', 'bench-'))
  try {
    const plain = writeStock(join(scratch, 'plain'), slides.length, headmatter)
    const decks = [await build('ours', entry, join(scratch, 'o')), await build('stock', plain, join(scratch, 's'))]
    const browser = await launch()
    for (const slow of [false, true]) {
      const shown = decks.map((): number[] => [])
      for (let run = 0; run < RUNS * decks.length; run++)
        shown[run % 2]!.push(await firstSlide(browser, decks[run % 2]!, slow))
      decks.forEach(({ name }, i) => put(`First slide${slow ? ' on slow 4G' : ''}, ms`, name, median(shown[i]!)))
    }
    for (const deck of decks) {
      await fetched(browser, deck)
      await keys(browser, deck)
    }
    await browser.close()
    timed('deck', 'build')
    const output = ['--output', join(scratch, 'a.pdf')]
    put('Export to PDF, s', 'ours', timed('deck', 'export', ...output))
    const stock = ['slidev', 'export', plain, '--with-toc', '--executable-path', findBrowser()]
    put('Export to PDF, s', 'stock', timed(...stock, ...output))
  }
  finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  console.log(`${''.padEnd(40)}this deck    stock    ratio`)
  for (const [row, { ours = Number.NaN, stock = Number.NaN }] of Object.entries(table))
    console.log(row.padEnd(40) + [ours, stock, ours / stock].map(value => value.toFixed(2).padStart(9)).join(''))
})
