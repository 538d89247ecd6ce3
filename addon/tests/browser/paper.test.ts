/** Slides and handout as PDF, as readers find them: a small deck with everything that is hard. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { PDFDocument, type PDFDict, PDFName, type PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { beforeAll, expect, inject, it, vi } from 'vitest'
import { exportPaper } from '../../pdf/export'
import { paperOptions } from '../../pdf/export'
import { readStreams } from '../../pdf/content'
import type { Element } from '../../pdf/tree'
import { uaFaults } from '../../pdf/ua'
import { ask, byPdfjs, disagreements, installed, open } from '../support/readers'
import { buildFixture } from '../support/run'

const folder = inject('scratch')
let hard: string
let hardFiles: Uint8Array[]
let said: string[]

/** @returns the files made with these options of `deck export`, and what was said */
async function make(options: object, dist: string) {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const files = await exportPaper(paperOptions('slides', { output: join(folder, 'a.pdf'), ...options }), dist)
  const lines = warn.mock.calls.map(([line]) => String(line))
  warn.mockRestore()
  return { files, lines }
}
const read = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })
const xmp = (pdf: PDFDocument) =>
  Buffer.from((pdf.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream).getContents()).toString()

beforeAll(async () => {
  hard = await buildFixture('paper')
  const made = await make({ handout: true }, hard)
  hardFiles = made.files
  said = made.lines
})

it('comes, and says by slide and element what a reader misses, and where links lead nowhere', () => {
  const lines = said.filter(line => line.startsWith('slide'))
  expect(lines).toEqual([
    expect.stringMatching(/^slide 2: <a> “our data” leads to data\.csv, which is no slide: .*seoMeta\.ogUrl/),
    expect.stringMatching(/^slide 2: <a> “the end” leads to end, which is no slide/),
    expect.stringMatching(/^slide 3: <circle> does not fit .*class="bleed"/),
    expect.stringMatching(/^slide 7: <div class="slidev-code-wrapper"> “const one/),
    expect.stringMatching(/^slide 7: <img> lacks its picture, http.*\/gone\.png\. Correct the path/),
    expect.stringMatching(/^slide 7: <img> lacks its picture, https:.*Nothing came from pictures\.invalid/),
  ])
})

it('has pages of the slide’s own size, without a white line at their edge in the dark', async () => {
  const pdf = await read(hardFiles[0]!)
  expect(pdf.getPages().map(page => [page.getWidth(), page.getHeight(), page.getCropBox().width]))
    .toEqual(Array.from({ length: 7 }, () => [600, 450, 600]))
  if (!installed('pdftoppm'))
    return
  const { files: [dark] } = await make({ dark: true, range: '2' }, hard)
  const edge = (x: number, y: number, w: number, h: number) => [...ask('pdftoppm',
    ['-r', '600', '-x', `${x}`, '-y', `${y}`, '-W', `${w}`, '-H', `${h}`, 'FILE'], dark!).subarray(-3 * w * h)]
  expect(Math.max(...edge(4996, 100, 4, 40), ...edge(2000, 3746, 40, 4))).toBeLessThan(40)
})

it('tags lists with their numbers, tables with their heads, formulas by their source, and no background', async () => {
  const pages = await byPdfjs(hardFiles[0]!)
  const tagsOf = (no: number, initial: string) => pages[no - 1]!.roles.filter(role => role?.startsWith(initial))
  expect(tagsOf(2, 'L')).toEqual(['L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody', 'Link'])
  expect(pages[1]!.words).toContain('1.Knead.2.Wait.LoosewordsApartand粉more')
  expect(tagsOf(2, 'P')).toHaveLength(8)
  expect(tagsOf(3, 'T')).toEqual(['Table', 'TR', 'TH', 'TH', 'TR', 'TD', 'TD'])
  expect(pages[2]!.alternatives).toEqual([expect.stringContaining('a &= b'), 'A round loaf, miàn tuán.'])
  expect(pages.flatMap(page => page.roles)).not.toContain('NonStruct')
})

it('knows Chinese words as Chinese: on slides, in notes, in readings', async () => {
  const foreign = (await Promise.all(hardFiles.map(byPdfjs))).map(pages => pages.flatMap(page => page.foreign))
  const both = [['zh-Hans', '面包'], ['zh-Hans', '面粉'], ['zh-Hans', '粉']]
  expect(foreign[0]).toEqual(both)
  expect(foreign[1]).toEqual([['zh-Hans', '面包'], ['zh-Hans', expect.stringMatching(/^面/)], ...both])
})

it('has one annotation a line of a link, which says where it leads', async () => {
  const pdf = await open(hardFiles[0]!)
  const links = async (no: number) => (await (await pdf.getPage(no)).getAnnotations())
    .map(({ url, dest, contentsObj }) => [url ?? dest, contentsObj.str])
  expect(await links(1)).toEqual([['https://example.org/water', 'water'], ['2', 'the talk'], ['3', 'a table']])
  expect(await links(2)).toEqual(Array.from({ length: 3 }, () => ['https://example.org/long', 'The long recipe']))
  expect(await pdf.getDestination('3')).toEqual([expect.anything(), { name: 'Fit' }])
})

it('draws marks as at rest, in the handout too', async () => {
  for (const [file, no] of [[hardFiles[0]!, 2], [hardFiles[1]!, 3]] as const) {
    const { argsArray } = await (await (await open(file)).getPage(no)).getOperatorList()
    expect(argsArray.some(args => /^#(?:f87171|ef4444|dc2626)$/.test(String(args?.[0]))), `page ${no}`).toBe(true)
  }
})

it('bears the slides’ numbers on its pages, the handout’s title an i', async () => {
  const labels = await Promise.all(hardFiles.map(async file => (await open(file)).getPageLabels()))
  expect(labels[0]).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  expect(labels[1]).toEqual(['i', '1', '2', '3', '4', '5', '6', '7'])
  const { files: [steps] } = await make({ 'with-clicks': true, 'range': '4-5' }, hard)
  expect(await (await open(steps!)).getPageLabels()).toEqual(['4', '4.1', '4.2', '5'])
})

it('leaves out of the handout what is said in the hall only, and gives each step one picture', async () => {
  const pages = await byPdfjs(hardFiles[1]!)
  expect(pages[1]!.words).not.toMatch(/doorsareopen|6s/)
  expect(pages[1]!.words).toContain('Goodmorning.Flourandwatermeet.')
  expect(pages[4]!.alternatives).toEqual(['Step 0 of this slide.', 'rising'])
  expect(pages[4]!.headings).toEqual(['Stepsofoneloaf'])
})

it('has bookmarks by section with headlines as drawn, places by number', async () => {
  const outline = await (await open(hardFiles[0]!)).getOutline()
  expect(outline.map(({ title, items }) => [title, items.map(({ title }) => title)])).toEqual([
    ['Dough', ['What flour does to water is written', 'Two scripts and a list']],
    // Those that name no section stand in that of the slide before.
    ['Oven', ['A table and a formula', 'Steps of one loaf', 'Nothing around it', 'Slide 6', 'A fence that scrolls']],
  ])
})

it('is one line each for an empty range, and stops a strict deck that has warnings: the old file stays', async () => {
  const output = join(folder, 'old.pdf')
  writeFileSync(output, 'the old file')
  const strict = join(folder, 'strict')
  cpSync(hard, strict, { recursive: true })
  for (const file of globSync(join(strict, 'assets/*.js')))
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(["`']?)canvasWidth\1:800/, 'checks:{strict:!0},$&'))
  const print = (range: string, dist: string) => exportPaper(paperOptions('slides', { output, range }), dist)
  await expect(print('90-95', hard)).rejects.toThrow(/^No slide lies in the range 90-95: the deck has 1 to 7\.$/)
  await expect(print('3', strict)).rejects.toThrow(/^slide 3: <circle> does not fit/)
  expect(readFileSync(output, 'utf8')).toBe('the old file')
})

it('every reader finds the same headings, figures and words, in one order', async () => {
  for (const file of hardFiles)
    expect(await disagreements(file)).toEqual([])
})

it('claims PDF/UA-1, names every link, and marks every piece of content; a fault is found', async () => {
  for (const file of hardFiles) {
    const pdf = await read(file)
    expect(xmp(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    for (const page of pdf.getPages()) {
      expect(String(page.node.get(PDFName.of('Tabs')) ?? '/S')).toBe('/S')
      for (const { pieces, forms } of readStreams(pdf, page)) {
        expect(pieces.flatMap(({ mark, body }) => mark ? [] : body.trim().split('\n'))
          .filter(line => !forms.has(line.slice(1, -3)))).toEqual([])
      }
    }
  }
  const dict = (await read(hardFiles[0]!)).context.obj({}) as PDFDict
  const element = (role: string, kids: Element[] = []): Element => ({ ref: PDFRef.of(1), dict, role, kids })
  const broken = element('Document', [element('Figure'), element('H2')])
  expect(uaFaults(broken, '').map(fault => fault.split(':')[0])).toEqual(['7.2', '7.3, 7.7', '7.4.2'])
})
