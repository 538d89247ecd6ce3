/** The files that people get: on any host, without network, without notes, as one file. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch } from '../../run/browser'
import { ensureBuilt } from '../../run/built'
import { deckRoot, loadDeck, type Deck } from '../../deck/load'
import { whyStale } from '../../run/record'
import { serve, type Served } from '../../run/serve'

const HOST = 'deck.test'

let dist: string
let scratch: string
let deck: Deck
let browser: Browser
let withoutNotes: string
let hosted: Served

/** The address under which the browser takes the server for a host on the net. */
const hostedAs = () => `http://${HOST}:${new URL(hosted.url).port}`

const npm = (...args: string[]) => new Promise<string>((done, fail) => {
  const run = spawn('npm', ['run', '--silent', ...args], { cwd: deckRoot })
  let printed = ''
  run.stdout.on('data', part => printed += part)
  run.stderr.on('data', part => printed += part)
  run.on('close', code => code === 0 ? done(printed) : fail(new Error(printed)))
})

beforeAll(async () => {
  dist = await ensureBuilt()
  mkdirSync(join(deckRoot, 'out'), { recursive: true })
  scratch = mkdtempSync(join(deckRoot, 'out', 'build-test-'))
  withoutNotes = join(scratch, 'without-notes')
  deck = await loadDeck()
  hosted = await serve(dist, { names: [HOST] })
  browser = await launch([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, `--unsafely-treat-insecure-origin-as-secure=${hostedAs()}`])
  writeFileSync(join(deckRoot, `out/${deck.headmatter.exportFilename}.html`), 'an earlier one')
  await Promise.all([npm('build', '--', '--without-notes', '--out', withoutNotes), npm('build:single')])
}, 180_000)

afterAll(async () => {
  await browser?.close()
  rmSync(scratch, { recursive: true, force: true })
})

/** Opens the page in a profile of its own and keeps what goes wrong and what is asked for. */
async function open(address: string): Promise<{ page: Page, errors: string[], asked: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  const errors: string[] = []
  const asked: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(error.message))
  page.on('request', request => asked.push(request.url()))
  await page.goto(address)
  await headline(page, 0)
  return { page, errors, asked }
}

/** Waits until that slide shows, by its headline. */
async function headline(page: Page, index: number): Promise<void> {
  await page.locator(`.slidev-page-${index + 1} h1`).first().waitFor({ state: 'visible' })
}

/** Every file of a build as one text. */
function textOf(dir: string): string {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile() && /\.(html|js|css|webmanifest)$/.test(file.name))
    .map(file => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n')
}

test('the first load of slide 1 is light', async () => {
  const served = await serve(dist)
  const { page, asked, errors } = await open(served.url)
  await page.waitForLoadState('networkidle')
  const bytes = [...new Set(asked)].map((address) => {
    const path = new URL(address).pathname
    const content = readFileSync(join(dist, path === '/' ? 'index.html' : path))
    return /\.(woff2|png|jpe?g)$/.test(path) ? content.length : gzipSync(content).length
  })
  expect(asked.length).toBeGreaterThan(2)
  expect(bytes.reduce((sum, size) => sum + size) / 1024).toBeLessThan(inject('firstLoad'))
  expect(asked.filter(address => !address.startsWith(served.url))).toEqual([])
  expect(errors).toEqual([])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 'no service worker on this machine').toBe(0)
  await served.close()
})

test('once slide 1 has stood for a moment, losing the server loses no slide, no glyph and no key', async () => {
  const served = await serve(dist)
  const { page, errors } = await open(served.url)
  await page.getByTitle('Keys', { exact: true }).waitFor({ state: 'attached' })
  await served.close()
  for (const [index, slide] of deck.slides.entries()) {
    await headline(page, index)
    expect(await page.evaluate(() => document.fonts.ready.then(fonts => [...fonts].filter(font => font.status === 'error').length)), slide.title).toBe(0)
    if (index < deck.slides.length - 1)
      await page.keyboard.press('ArrowDown')
  }
  expect(errors).toEqual([])
})

test('it works under a sub-path, deep links and reload included', async () => {
  mkdirSync(join(scratch, 'talks'))
  symlinkSync(dist, join(scratch, 'talks', 'culture'))
  const served = await serve(scratch)
  const address = `${served.url}talks/culture/`
  const { page, errors, asked } = await open(address)
  const stepped = deck.slides.findIndex(slide => slide.frontmatter.clicks > 0)
  await page.goto(`${address}#/${stepped + 1}?clicks=1`)
  await headline(page, stepped)
  await page.reload()
  await headline(page, stepped)
  expect(page.url()).toBe(`${address}#/${stepped + 1}?clicks=1`)
  expect(asked.filter(request => !request.startsWith(address))).toEqual([])
  expect(errors).toEqual([])
  await served.close()
})

test('the page’s policy lets nothing in or out but the deck', async () => {
  const served = await serve(dist)
  const { page } = await open(served.url)
  const tried = await page.evaluate(async () => {
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', event => blocked.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="http://evil.example/x.png"><iframe src="http://evil.example/"></iframe>')
    await fetch('http://evil.example/').catch(() => {})
    await new Promise(done => setTimeout(done, 300))
    return { ran: 'ran' in window, blocked: [...new Set(blocked)].sort() }
  })
  expect(tried).toEqual({ ran: false, blocked: ['connect-src', 'frame-src', 'img-src', 'script-src-elem'] })
  await served.close()
})

/** A feature, what in a slide uses it, and what in a build gives it away. */
test.each([
  ['formulas', /\$\$/, 'katex-html'],
  ['code', /^```/m, 'prism-'],
  ['marks', /\sv-mark\b/, 'strike-through'],
  ['dragging', /\sv-drag\b/, 'drag-control-container'],
])('it holds %s if a slide uses them, and only then', (_, use, sign) => {
  expect(textOf(dist).includes(sign)).toBe(deck.slides.some(({ content }) => use.test(content)))
})

test('neither page nor styles name another host', () => {
  const hosts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(file => /\.(html|css|webmanifest)$/.test(file))
    .flatMap(file => [...readFileSync(join(dist, file), 'utf8').matchAll(/\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})\b/gi)].map(([, host]) => host))
  // SVG's name, no address.
  expect([...new Set(hosts)]).toEqual(['www.w3.org'])
})

test('title, author and description stand in the page as written', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const { title, author, info } = deck.headmatter
  expect(html).toContain(`<title>${title}</title>`)
  for (const [name, content] of Object.entries({ author, description: info })) {
    if (content)
      expect(html.match(new RegExp(`<meta name="${name}" content="([^"]*)"`))?.[1], name).not.toMatch(/&quot;|&amp;#/)
  }
})

test('a build without notes holds no note, and is marked as such', () => {
  expect([dist, withoutNotes].map(dir => whyStale(dir))).toEqual([undefined, 'The built deck holds no notes'])
  const shown = deck.slides.map(slide => slide.content).join('\n') + readdirSync(join(deckRoot, 'components'), { recursive: true, withFileTypes: true })
    .filter(file => file.isFile()).map(file => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n')
  const passages = deck.slides.flatMap(slide => slide.note
    .split(/\[click[^\]]*\]|[^\p{L}\p{N}\s,’'-]/u)
    .map(passage => passage.trim().replace(/\s+/g, ' '))
    .filter(passage => passage.split(' ').length >= 5))
  const [all, none] = [dist, withoutNotes].map(dir => textOf(dir).replace(/\\n|\s+/g, ' '))
  expect(passages.length).toBeGreaterThan(deck.slides.length)
  expect(passages.filter(passage => all!.includes(passage)).length / passages.length, 'found where they should be').toBeGreaterThan(0.9)
  expect(passages.filter(passage => none!.includes(passage) && !shown.includes(passage))).toEqual([])
})

test('without notes there is no reading page: nothing leads there, and its address says why', async () => {
  const ways: number[] = []
  for (const dir of [dist, withoutNotes]) {
    const served = await serve(dir)
    const { page, errors } = await open(served.url)
    await page.getByTitle('Keys', { exact: true }).waitFor({ state: 'attached' })
    ways.push(await page.locator('[title="Reading page"]').count())
    await page.goto(`${served.url}#/read`)
    await page.getByText(dir === dist ? 'Contents' : 'This build holds no notes, and so no reading page.').first().waitFor()
    expect(errors).toEqual([])
    await served.close()
  }
  expect(ways).toEqual([1, 0])
})

test('the second visit to a hosted deck needs no server', async () => {
  const { page, errors } = await open(`${hostedAs()}/`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).length))).some(Boolean))
  await hosted.close()
  await page.goto(`${hostedAs()}/#/2`)
  await page.reload()
  await headline(page, 1)
  await page.goto(`${hostedAs()}/#/presenter/2`)
  await page.locator('.slidev-note').first().waitFor()
  expect(errors).toEqual([])
})

test('the single file opens from a disk, and everything in it works', async () => {
  const address = pathToFileURL(join(deckRoot, `out/${deck.headmatter.exportFilename}.html`)).href
  const { page, errors, asked } = await open(address)
  const stepped = deck.slides.findIndex(slide => slide.frontmatter.clicks > 0)
  for (let index = 1; index <= stepped; index++)
    await page.keyboard.press('ArrowDown')
  await headline(page, stepped)
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(url => url.hash === `#/${stepped + 1}?clicks=1`)
  const isDark = () => page.evaluate(() => document.documentElement.classList.contains('dark'))
  const before = await isDark()
  await page.keyboard.press('d')
  await expect.poll(isDark).toBe(!before)
  await page.keyboard.press('o')
  await page.locator('.slidev-slide-container .slidev-slide-container, .fixed .slidev-slide-container').nth(deck.slides.length - 1).waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  const second = await page.context().newPage()
  await second.goto(`${address}#/presenter/1`)
  // Whoever opens late joins in.
  await second.waitForURL(url => url.hash.startsWith(`#/presenter/${stepped + 1}`))
  await second.locator('.slidev-note').first().waitFor()
  await second.keyboard.press('ArrowDown')
  await headline(page, stepped + 1)
  expect(asked.filter(request => !request.startsWith(address) && !request.startsWith('data:'))).toEqual([])
  expect(errors).toEqual([])
})

test('the single file shows its first slide before any script has run', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(pathToFileURL(join(deckRoot, `out/${deck.headmatter.exportFilename}.html`)).href)
  expect(await page.locator('[data-first-view] h1').isVisible()).toBe(true)
  await page.context().close()
})

test.each([
  [['--prot', '1'], /^Unknown option '--prot'\. Usage: .*$/],
  [['--port', 'x'], /^--port takes a whole number up to 65535, not "x"\.$/],
  [['--port', 'TAKEN'], /^Port \d+ is taken: .*$/],
])('npm start %j says in one line what is wrong', async (args, line) => {
  const taken = await serve(dist)
  const printed = await npm('start', '--', ...args.map(arg => arg.replace('TAKEN', new URL(taken.url).port))).then(() => 'no error', (error: Error) => error.message)
  await taken.close()
  expect(printed.trim().split('\n').filter(text => !text.startsWith('npm warn'))).toEqual([expect.stringMatching(line)])
})
