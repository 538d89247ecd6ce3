/** Where each bookmark, name and link of the made files lands: on the page that says what it promises. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDeck, type Deck } from '../../deck/load'
import { parseOptions } from '../../pdf/options'
import { makePaper } from '../../commands/paper'
import { ensureBuilt } from '../../run/built'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
const squeeze = (text: string) => text.replace(/<[^>]+>|\s+/g, '')

let deck: Deck
let dist: string
beforeAll(async () => {
  [deck, dist] = await Promise.all([loadDeck(), ensureBuilt()])
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Bookmark { title: string, dest: string | unknown[] | null, items: Bookmark[] }

/** Every place of a file: what leads there, and the pages (0-based) it leads to and says it leads to. */
async function placesOf(bytes: Uint8Array, kind: 'pages' | 'handout') {
  const pdf = await getDocument({ data: bytes.slice() }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)))
  const texts = await Promise.all(pages.map(async page => squeeze((await page.getTextContent()).items.map(item => 'str' in item ? item.str : '').join(''))))
  const landing = async (dest: string | unknown[] | null) => {
    const [ref] = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest) ?? []
    return ref ? pdf.getPageIndex(ref as never) : -1
  }
  /** As the slide itself has it: Slidev gives slide 1 the deck's title. */
  const headline = (no: number) => squeeze(deck.slides[no - 1]!.content.match(/^# (.+)$/m)![1]!)
  /** The slide's first page: on the handout by its note's first words, since other slides say headlines too. */
  const pageOf = (no: number) => texts.findIndex(text => kind === 'pages' ? text.startsWith(headline(no)) : text.includes(squeeze(deck.slides[no - 1]!.note.slice(0, 40))))
  const found: { from: string, lands: number, belongs: number }[] = []
  const bookmark = async (mark: Bookmark, above: string[]): Promise<void> => {
    const slide = mark.items[0] ?? mark
    const no = deck.slides.find(({ title, no }) => squeeze(title) === squeeze(slide.title) || headline(no) === squeeze(slide.title))!.no
    found.push({ from: `bookmark ${[...above, mark.title].join(' > ')}`, lands: await landing(mark.dest), belongs: pageOf(no) })
    for (const below of mark.items)
      await bookmark(below, [...above, mark.title])
  }
  for (const mark of await pdf.getOutline() as Bookmark[])
    await bookmark(mark, [])
  for (const [name, dest] of Object.entries(await pdf.getDestinations() as Record<string, unknown[]>))
    found.push({ from: `name ${name}`, lands: await landing(dest), belongs: pageOf(Number(name)) })
  for (const page of pages) {
    for (const link of await page.getAnnotations()) {
      if (link.dest)
        found.push({ from: `link on page ${page.pageNumber} to ${link.dest}`, lands: await landing(link.dest), belongs: pageOf(Number(link.dest)) })
    }
  }
  return found
}

it('two slides a page halve the handout’s sheets, and nothing is so wide that the browser shrinks it', async () => {
  const [one, two] = await Promise.all([[], ['--per-page', '2']].map(async (args, i) => getDocument({ data: (await makePaper(parseOptions('handout', ['--output', join(folder, `${i}.pdf`), ...args]), dist)).slice() }).promise))
  expect(two!.numPages - 1).toBeLessThanOrEqual(Math.ceil((one!.numPages - 1) * 0.6))
  for (const pdf of [one!, two!]) {
    const { items } = await (await pdf.getPage(1)).getTextContent()
    const kind = items.find(item => 'str' in item && item.str.startsWith('Handout')) as { height: number }
    expect(kind.height, 'pt of a line set in 11 pt').toBeCloseTo(11, 0)
  }
})

it.each([
  ['pages', []],
  ['pages', ['--range', '3-7']],
  ['pages', ['--with-clicks']],
  ['handout', []],
  ['handout', ['--range', '3-7']],
] as const)('%s %j: every bookmark, name and link lands where it says', async (kind, args) => {
  const found = await placesOf(await makePaper(parseOptions(kind, ['--output', join(folder, 'a.pdf'), ...args]), dist), kind)
  expect(found.length).toBeGreaterThan(10)
  expect(found.filter(({ belongs }) => belongs < 0)).toEqual([])
  expect(found.filter(({ lands, belongs }) => lands !== belongs)).toEqual([])
})
