/** The files that people get, on any host and without a network. */
import { readdirSync, readFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch } from '../../run/browser'
import { loadDeck } from '../../deck/load'
import { serve, type Served } from '../../run/serve'
import { headline, outFolder, textOf, visit } from './visits'

const HOST = 'deck.test'

const dist = inject('deckDir')
const deck = await loadDeck()
let browser: Browser
let hosted: Served

/** The address under which the browser takes the server for a host on the net. */
const hostedAs = () => `http://${HOST}:${new URL(hosted.url).port}`

beforeAll(async () => {
  hosted = await serve(dist, { names: [HOST] })
  browser = await launch([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, `--unsafely-treat-insecure-origin-as-secure=${hostedAs()}`])
})
afterAll(() => browser?.close())

test('the first load of slide 1 is light', async () => {
  const served = await serve(dist)
  const { page, asked, errors } = await visit(browser, served.url)
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
  const { page, errors } = await visit(browser, served.url)
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
  const { folder, remove } = outFolder()
  mkdirSync(join(folder, 'talks'))
  symlinkSync(dist, join(folder, 'talks', 'culture'))
  const served = await serve(folder)
  const address = `${served.url}talks/culture/`
  const { page, errors, asked } = await visit(browser, address)
  const stepped = deck.slides.findIndex(slide => slide.frontmatter.clicks > 0)
  await page.goto(`${address}#/${stepped + 1}?clicks=1`)
  await headline(page, stepped)
  await page.reload()
  await headline(page, stepped)
  expect(page.url()).toBe(`${address}#/${stepped + 1}?clicks=1`)
  expect(asked.filter(request => !request.startsWith(address))).toEqual([])
  expect(errors).toEqual([])
  await served.close()
  remove()
})

test('the page’s policy lets nothing in or out but the deck', async () => {
  const served = await serve(dist)
  const { page } = await visit(browser, served.url)
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

test('the second visit to a hosted deck needs no server', async () => {
  const { page, errors } = await visit(browser, `${hostedAs()}/`)
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
