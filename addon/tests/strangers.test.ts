/**
 * By hand, `npm run test:strangers`: decks and themes of others, pinned, from the registry. With the packed addon, one
 * line of headmatter, each is drawn as without it, step by step, and gives both PDFs. No foreign host is asked.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'playwright-chromium'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { findBrowser } from '../cli/browser'
import { serve } from '../cli/serve'
import { theBrowser } from './support/page'
import { deck as run, deckFolder } from './support/run'

vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 600_000 })

const PINNED = {
  '@slidev/cli': '52.20.1',
  '@slidev/theme-default': '0.25.0',
  '@slidev/theme-seriph': '0.25.0',
  'create-slidev': '52.15.2', // the latest there is
  'slidev-theme-neversink': '0.4.1',
  'vue': '3.5.40',
}

/** Values of two million that may differ, each by more than a tenth: where a curve is smoothed otherwise. */
const TOLERANCE = 40

/** Differences that are meant, by `deck in theme: slide.click`. */
const WANTED: Record<string, string> = {}

const addon = fileURLToPath(new URL('..', import.meta.url))
const top = mkdtempSync(join(tmpdir(), 'strangers-'))
const packages = join(top, 'node_modules')
/** Pictures of what differs. */
const out = fileURLToPath(new URL('../../out/strangers', import.meta.url))
/** An export asks for pictures by a browser of its own: to it, other hosts do not exist. */
const CHROMIUM_PATH = join(top, 'chromium')
const far = readFileSync(join(deckFolder('features'), 'public/right.png'))

beforeAll(() => {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', top], { cwd: addon, encoding: 'utf8' })
  const dependencies = { ...PINNED, 'slidev-addon-deck-tools': `file:./${packed.trim()}` }
  writeFileSync(join(top, 'package.json'), JSON.stringify({ private: true, dependencies }))
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: top, stdio: 'ignore' })
  const rules = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
  writeFileSync(CHROMIUM_PATH, `#!/bin/sh\nexec '${findBrowser()}' --host-resolver-rules='${rules}' "$@"\n`)
  chmodSync(CHROMIUM_PATH, 0o755)
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

const sources: Record<string, string> = {
  starter: join(packages, 'create-slidev/template'),
  features: deckFolder('features'),
}

/** Copies a deck. @returns its folder */
function copy(deck: string, theme: string, kind: string, addons: string): string {
  const folder = join(top, 'decks', `${deck}-${theme}-${kind}`)
  cpSync(sources[deck]!, folder, { recursive: true, filter: path => !path.endsWith('package.json') })
  const text = readFileSync(join(folder, 'slides.md'), 'utf8').replace(/^(?:theme|addons|pwa):.*\n/gm, '')
  // On a busy machine Shiki would give up a line's colours, now here, now there.
  mkdirSync(join(folder, 'setup'), { recursive: true })
  writeFileSync(join(folder, 'setup/shiki.ts'), 'export default () => ({ tokenizeTimeLimit: 0 })\n')
  writeFileSync(join(folder, 'slides.md'), text.replace('---\n', `---\n${addons}theme: ${theme}\n`))
  return folder
}

/** A window on a built deck in which every foreign picture is the same, and nothing else comes from elsewhere. */
async function open(url: string): Promise<Page> {
  const viewport = { width: 980, height: 552 }
  const context = await (await theBrowser()).newContext({ viewport, reducedMotion: 'reduce' })
  await context.route(({ href }) => !/^(?:data|blob):/.test(href) && !href.startsWith(url), route =>
    route.request().resourceType() === 'image' ? route.fulfill({ body: far, contentType: 'image/png' }) : route.abort())
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${url}#/1`, { waitUntil: 'domcontentloaded' })
  await page.locator('#app[data-v-app] .slidev-page').first().waitFor({ state: 'attached' })
  return page
}

/** What stands there once all that moves by script has moved for five seconds; marks are drawn at random. */
async function picture(page: Page): Promise<PNG> {
  await page.clock.runFor(5000)
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  const style = 'svg.rough-annotation { visibility: hidden }'
  return PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide', style }))
}

/** @returns how many values of red, green, blue differ by more than a tenth; diagrams and editors take their time */
async function compare(pages: Page[], name: string): Promise<number> {
  let differ = Infinity
  for (let tries = 0; differ > TOLERANCE && tries < 6; tries++) {
    const [ours, stock] = await Promise.all(pages.map(picture)) as [PNG, PNG]
    differ = ours.data.filter((value, i) => Math.abs(value - stock.data[i]!) > 25).length
    for (const [kind, png] of Object.entries({ ours, stock })) {
      const file = join(out, `${name} ${kind}.png`)
      differ > TOLERANCE ? writeFileSync(file, PNG.sync.write(png)) : rmSync(file, { force: true })
    }
  }
  return differ
}

const hash = (page: Page) => page.evaluate(() => location.hash.replace('?clicks=', '.').replace('#/', ''))

it.each([
  ['starter', 'seriph'], ['starter', 'neversink'], ['features', 'default'], ['features', 'seriph'],
])('%s in %s', async (deck, theme) => {
  const [ours, stock] = [copy(deck, theme, 'ours', 'addons: [deck-tools]\n'), copy(deck, theme, 'stock', '')]
  const slidev = join(packages, '@slidev/cli/bin/slidev.mjs')
  const args = ['build', '--base', './', '--router-mode', 'hash']
  expect(await run(args, { cwd: stock, program: slidev })).toMatchObject({ code: 0 })
  const program = join(packages, 'slidev-addon-deck-tools/bin/deck.mjs')
  expect(await run(['export', '--handout'], { cwd: ours, program, env: { CHROMIUM_PATH } })).toMatchObject({ code: 0 })
  const pdfs = await Promise.all(['slides', 'slides-handout'].map(async name =>
    (await PDFDocument.load(readFileSync(join(ours, 'out', `${name}.pdf`)))).getPageCount()))

  const served = await Promise.all([ours, stock].map(folder => serve(join(folder, 'dist'))))
  const pages = await Promise.all(served.map(({ url }) => open(url)))
  const found: string[] = []
  let [steps, at] = [0, '']
  for (let more = true; more; steps++) {
    const places = await Promise.all(pages.map(hash))
    expect(places[0]).toBe(places[1])
    at = places[0]!
    const name = `${deck} in ${theme}: ${at}`
    const differ = await compare(pages, name.replace(':', ''))
    if (differ > TOLERANCE && !(name in WANTED))
      found.push(`${name}: ${differ} values`)
    more = !(await pages[1]!.locator('[title="Go to next slide"].disabled').count())
    if (more) {
      await Promise.all(pages.map(async (page) => {
        const last = await page.evaluate(() => location.hash)
        await page.locator('[title="Go to next slide"]').first().evaluate((button: HTMLElement) => button.click())
        await page.waitForFunction(last => location.hash !== last, last)
      }))
    }
  }
  console.log(`${deck} in ${theme}: ${steps} steps, pages ${pdfs.join(' and ')}`)
  await Promise.all([...pages.map(page => page.context().close()), ...served.map(({ close }) => close())])
  expect(found).toEqual([])
  const slides = Number.parseInt(at)
  expect(pdfs).toEqual([slides, expect.toSatisfy((pages: number) => pages > slides)])
})
