/** What a reader sees, copies and hears of the made files: their text in order, their pages as pictures. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../../run/built'
import { loadDeck, type Deck } from '../../deck/load'
import { parseOptions } from '../../pdf/options'
import { makePaper } from '../../commands/paper'
import { everyState, goTo, openDeck, useBrowser } from './browser'

/** Share of pixels that may differ visibly: text is rasterised by another engine, so edges do. */
const TOLERANCE = 0.002

const browser = useBrowser()
const folder = mkdtempSync(join(tmpdir(), 'paper-'))
/** Spaces fall where lines break, and differ between screen and paper; a formula's of no width (KaTeX) are not on paper at all. */
const squeeze = (text: string) => text.replace(/[\s\u200B]+/g, '')

let deck: Deck
let slides: Uint8Array
let handout: Uint8Array
beforeAll(async () => {
  const dist = await ensureBuilt()
  deck = await loadDeck()
  slides = await makePaper(parseOptions('pages', ['--output', join(folder, 'a.pdf')]), dist)
  handout = await makePaper(parseOptions('handout', ['--output', join(folder, 'b.pdf')]), dist)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Each page's text as a reader copies it. */
async function textOf(bytes: Uint8Array): Promise<string[]> {
  const { numPages, getPage } = await getDocument({ data: bytes.slice() }).promise.then(pdf => ({ numPages: pdf.numPages, getPage: (no: number) => pdf.getPage(no) }))
  return Promise.all(Array.from({ length: numPages }, async (_, i) => {
    const { items } = await (await getPage(i + 1)).getTextContent()
    return items.map(item => 'str' in item ? item.str : '').join(' ')
  }))
}

it('every page says the words of its slide’s last click, in their order', async () => {
  const { page } = await openDeck({ viewport: { width: 980, height: 552 } })
  const shown: string[] = []
  for (const { no, click } of (await everyState()).filter(state => state.last)) {
    await goTo(page, no, click)
    shown.push(await page.evaluate((no) => {
      const walker = document.createTreeWalker(document.querySelector(`#slide-content .slidev-page-${no}`)!, NodeFilter.SHOW_TEXT)
      let words = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!
        // A style may draw a full stop of its own.
        const drawn = node === parent.lastChild && getComputedStyle(parent, '::after').content.match(/^"([^"]*)"/)
        // A formula's MathML is there to be heard only; letters as large as a page, decoration, Skia draws as shapes.
        words += parent.checkVisibility({ visibilityProperty: true }) && !parent.closest('.katex-mathml, svg[aria-hidden=true]') ? node.textContent! + (drawn ? drawn[1] : '') : ''
      }
      return words
    }, no))
  }
  await page.context().close()
  expect((await textOf(slides)).map(squeeze)).toEqual(shown.map(squeeze))
})

it('the handout holds every note, word for word and in order', async () => {
  const readings: string[] = Object.values(deck.headmatter.notesAutoRuby ?? {})
  const said = readings.reduce((text, reading) => text.replaceAll(squeeze(reading), ''), squeeze((await textOf(handout)).join(' ')))
  let from = 0
  for (const { no, note } of deck.slides) {
    // Between two passages stands the picture of a step, with words of its own.
    for (const words of note.split(/\[click\]|\n\n/).map(squeeze).filter(Boolean)) {
      const at = said.indexOf(words, from)
      expect(at, `note of slide ${no}: ${words}`).toBeGreaterThanOrEqual(from)
      from = at + words.length
    }
  }
})

it('pages look like the slides at their last click', async () => {
  const { page } = await openDeck({ viewport: { width: 980, height: 552 } })
  const paper = await browser().newPage({ bypassCSP: true })
  const { resolve } = createRequire(import.meta.url)
  for (const file of ['pdf.worker.mjs', 'pdf.mjs'])
    await paper.addScriptTag({ path: resolve(`pdfjs-dist/legacy/build/${file}`), type: 'module' })
  await paper.waitForFunction(() => 'pdfjsLib' in globalThis && 'pdfjsWorker' in globalThis)
  const differ: Record<number, number> = {}
  for (const { no, click } of (await everyState()).filter(state => state.last && state.no % 4 === 2)) {
    await goTo(page, no, click)
    await page.mouse.move(0, 0)
    const screenshot = (await page.locator('#slide-content').screenshot()).toString('base64')
    const compare = (no: number) => paper.evaluate(async ({ pdf, no, screenshot }) => {
      const [width, height] = [980, 552]
      const pixels = async (draw: (canvas: HTMLCanvasElement) => Promise<unknown>) => {
        const canvas = Object.assign(document.createElement('canvas'), { width, height })
        await draw(canvas)
        return canvas.getContext('2d')!.getImageData(0, 0, width, height).data
      }
      const made = await (await (globalThis as any).pdfjsLib.getDocument({ data: Uint8Array.from(atob(pdf), c => c.charCodeAt(0)) }).promise).getPage(no)
      const printed = await pixels(canvas => made.render({ canvas, viewport: made.getViewport({ scale: width / made.view[2] }) }).promise)
      const image = new Image()
      image.src = `data:image/png;base64,${screenshot}`
      await image.decode()
      const seen = await pixels(async canvas => canvas.getContext('2d')!.drawImage(image, 0, 0, width, height))
      let off = 0
      for (let i = 0; i < seen.length; i += 4)
        off += Math.abs(seen[i]! - printed[i]!) + Math.abs(seen[i + 1]! - printed[i + 1]!) + Math.abs(seen[i + 2]! - printed[i + 2]!) > 180 ? 1 : 0
      return off / (width * height)
    }, { pdf: Buffer.from(slides).toString('base64'), no, screenshot })
    differ[no] = await compare(no)
    expect(await compare(no - 1), 'another slide’s page is told apart').toBeGreaterThan(TOLERANCE)
  }
  for (const [no, share] of Object.entries(differ))
    expect(share, `slide ${no}`).toBeLessThan(TOLERANCE)
}, 60_000)
