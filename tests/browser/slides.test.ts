/** Every slide at every click, visited once, looked at in light, dark and forced colours. */
import { resolve } from 'node:path'
import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { loadLedger, unseenWords } from '../../addon/deck/ledger'
import { loadDeck, where } from '../../addon/deck/load'
import { countWords } from '../../addon/deck/pacing'
import { theBrowser } from '../../addon/tests/support/page'
import { apart, everyVision } from '../support/colour'
import { copied } from '../support/copied'
import { pageScript, type Look } from '../support/look'

interface State extends Look { no: number, click: number }

const deck = await loadDeck()
const words = deck.headmatter.checks?.words
const sectionHues = [...new Set(deck.headmatter.sections?.flatMap(({ hue }) => hue ?? []))]
const states: State[] = []
/** What went wrong in the page, and what is faint, by where it was first seen. */
const errors: string[] = []
const faint: string[] = []
/** The sections' hues in each scheme. */
const hues: Record<string, Record<string, number[]>> = {}

let page: Page

const SCHEMES = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const

/** @returns how many clicks Slidev counts on the slide, once it stands there */
async function go(no: number, click: number): Promise<number> {
  await page.evaluate(([no, click]) => deckLook.nav().go(no, click), [no, click] as const)
  await page.waitForFunction(no => deckLook.stands(no), no)
  return page.evaluate(() => deckLook.nav().clicksTotal)
}

async function see(no: number, click: number): Promise<void> {
  for (const { name, ...scheme } of SCHEMES) {
    await page.emulateMedia({ reducedMotion: 'reduce', ...scheme })
    const dark = scheme.colorScheme === 'dark'
    await page.waitForFunction(dark => document.documentElement.classList.contains('dark') === dark, dark)
    if (name === 'light')
      states.push({ no, click, ...await page.evaluate(no => deckLook.look(no), no) })
    hues[name] ??= await page.evaluate(names => deckLook.colours(names), sectionHues)
    const found = await page.evaluate(no => deckLook.contrast(no), no)
    faint.push(...found.map(says => `${at(no)}, ${name}: ${says}`))
  }
}

beforeAll(async () => {
  const browser = await theBrowser()
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await context.addInitScript(pageScript)
  page = await context.newPage()
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(error.message))
  page.on('request', request => /^(?:data|blob):/.test(request.url()) || request.url().startsWith(inject('deckUrl'))
    || errors.push(`asks another host: ${request.url()}`))
  page.on('requestfailed', request => errors.push(`failed: ${request.url()}`))
  page.on('response', response => response.status() >= 400 && errors.push(`${response.status()}: ${response.url()}`))
  await page.goto(`${inject('deckUrl')}#/1`)
  await page.locator('#app[data-v-app] .slidev-layout:visible').first().waitFor()
  for (const { no } of deck.slides) {
    const clicks = await go(no, 0)
    await see(no, 0)
    for (let click = 1; click <= clicks; click++) {
      await go(no, click)
      await see(no, click)
    }
  }
})
afterAll(() => page?.context().close())

const at = (no: number) => where(deck.slides[no - 1]!)
const lines = (found: string[]) => [...new Set(found)].join('\n')
const last = () => deck.slides.map(({ no }) => states.findLast(state => state.no === no)!)

it('is whole, legible in its five sizes, and told to those who listen', () => {
  expect(lines(states.flatMap(({ no, faults }) => faults.map(says => `${at(no)}: ${says}`)))).toBe('')
})

it('has its contrast in light, dark and forced colours', () => expect(lines(faint)).toBe(''))

it('keeps the sections’ hues apart in every vision', () => {
  const alike = SCHEMES.slice(0, 2).flatMap(({ name }) => everyVision.flatMap(vision =>
    Object.entries(hues[name]!).flatMap(([a, x], i, all) => all.slice(i + 1)
      .filter(([, y]) => apart(x, y, vision) < 0.07)
      .map(([b]) => `${a} and ${b}, ${name}, ${vision}`))))
  expect(lines(alike)).toBe('')
})

it('asks no other host, and ends in no error', () => expect(lines(errors)).toBe(''))

it('changes with each click, in picture and in words', () => {
  const said = states.map(({ words, alternatives }) => words + alternatives)
  expect(lines(states.filter(({ click }, i) => click && said[i] === said[i - 1])
    .map(({ no, click }) => `${at(no)}: click ${click} says nothing new; tell it in the text alternative`))).toBe('')
})

it.runIf(words)('shows few words, sources apart', () => {
  const content = deck.slides.filter(({ frontmatter: { layout, appendix } }) =>
    !appendix && !['cover', 'section'].includes(layout))
  const counts = content.map(({ no }) =>
    Math.max(...states.filter(state => state.no === no).map(state => countWords(state.words))))
  const wordy = content.flatMap((slide, i) =>
    counts[i]! > words!.most ? `${where(slide)}: shows ${counts[i]} words; ${words!.most} at most` : [])
  expect(lines(wordy)).toBe('')
  expect(counts.toSorted((a, b) => a - b)[counts.length >> 1]).toBeLessThanOrEqual(words!.median)
})

it('shows what its claims want seen', () => {
  const ledger = loadLedger(resolve('slides.md'))
  expect(lines(ledger ? unseenWords(deck, ledger, last().map(({ words }) => words)) : [])).toBe('')
})

it('says nothing in the source’s own words, aloud or drawn', () => {
  const said = states.flatMap(({ no, click, words, alternatives }) =>
    [[`slide ${no}, click ${click}`, words], [`slide ${no}, click ${click}, as told`, alternatives]])
  expect(lines(copied(Object.fromEntries(said)))).toBe('')
})

it('keeps a picture of any size clear of the foot, with what stands below it', async () => {
  await go(2, 0)
  const room = await page.evaluate(async () => {
    const slide = document.querySelector('#slide-content .slidev-page-2')!
    const picture = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 2"/>'
    const layout = slide.querySelector('.slidev-layout')!
    layout.innerHTML = `<h1>One</h1><ul><li>Two</li></ul><p><img src='${picture}'></p><p>Three</p>`
    await slide.querySelector('img')!.decode()
    const { top } = slide.querySelector('.foot')!.getBoundingClientRect()
    const { height } = slide.querySelector('img')!.getBoundingClientRect()
    return { height, gap: top - slide.querySelector('p:last-of-type')!.getBoundingClientRect().bottom }
  })
  expect(room.height).toBeGreaterThan(200)
  expect(room.gap).toBeGreaterThan(40)
})

it('draws every character in a font of the deck', async () => {
  const drawn = new Map<string, Set<string>>()
  for (const [font, text] of states.flatMap(state => Object.entries(state.drawn)))
    drawn.set(font, new Set([...drawn.get(font) ?? [], ...text]))
  const samples = [...drawn].map(([font, text]) => ({ style: `font: ${font}`, textContent: [...text].join('') }))
  await page.evaluate(samples => document.body.replaceChildren(...samples.map(sample =>
    Object.assign(document.createElement('p'), sample))), samples)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  await page.evaluate(() => document.fonts.ready)
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body > p' })
  const foreign = await Promise.all(nodeIds.map(async (nodeId, i) => {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    return fonts.filter(font => !font.isCustomFont).map(({ glyphCount, familyName }) =>
      `${samples[i]!.style}: ${glyphCount} glyphs of ${familyName}; run \`npm run fonts\``)
  }))
  expect(lines(foreign.flat())).toBe('')
})
