/** The talk on paper: one PDF of the slides, one handout, both made once. */
import { readFileSync } from 'node:fs'
import { PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { loadDeck } from '../../addon/deck/load'
import { disagreements } from '../../addon/tests/support/readers'

const deck = await loadDeck()
const files = {} as Record<'slides' | 'handout', { pdf: PDFDocument, read: PDFDocumentProxy, pages: string[] }>

/** Words alone: where lines and ligatures break is not what a reader reads. */
const plain = (text: string) =>
  text.normalize('NFKC').replace(/<[^>]+>|\[click[^\]]*\]|[^\p{L}\p{N}]/gu, '').toLowerCase()

beforeAll(async () => {
  for (const kind of ['slides', 'handout'] as const) {
    const bytes = readFileSync(inject(`${kind}Pdf`))
    const read = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    const pages = await Promise.all(Array.from({ length: read.numPages }, async (_, i) =>
      (await (await read.getPage(i + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join('')))
    files[kind] = { pdf: await PDFDocument.load(bytes), read, pages }
  }
})

describe.each(['slides', 'handout'] as const)('the %s', (kind) => {
  it('are told the same by every reader, and hold no forms with tags of their own', async () => {
    const { pdf } = files[kind]
    expect(await disagreements(new Uint8Array(readFileSync(inject(`${kind}Pdf`))))).toEqual([])
    const objects = pdf.context.enumerateIndirectObjects()
    expect(objects.filter(([, object]) => /\/(?:Stm|Subtype \/Type3)\b/.test(object.toString())).length).toBe(0)
  })

  it('claim PDF/UA, which they do where it holds', () => {
    const metadata = files[kind].pdf.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream
    expect(Buffer.from(metadata.getContents()).toString()).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('have the deck’s title and language, and bookmarks to every section and slide', async () => {
    const { read } = files[kind]
    const { info } = await read.getMetadata() as unknown as { info: Record<string, string> }
    expect(info.Title).toContain(deck.headmatter.title.split(':')[0])
    const titles: string[] = []
    const collect = (items: Awaited<ReturnType<typeof read.getOutline>>) =>
      items?.forEach(({ title, items }) => (titles.push(plain(title)), collect(items)))
    collect(await read.getOutline())
    const shown = new Set(deck.slides.map(({ frontmatter }) => frontmatter.section))
    const named = deck.headmatter.sections?.filter(({ id }) => shown.has(id)).map(({ name }) => name) ?? []
    for (const name of [...named, ...deck.slides.slice(1).map(({ title }) => title)])
      expect(titles.some(title => title.includes(plain(name))), name).toBe(true)
  })
})

it('a page a slide, of the canvas’s shape, with its headline', () => {
  const { pdf, pages } = files.slides
  expect(pages).toHaveLength(deck.slides.length)
  const { width, height } = pdf.getPage(0).getSize()
  expect(width / height).toBeCloseTo(16 / 9, 1)
  deck.slides.slice(1).forEach(({ no, title }) => expect(plain(pages[no - 1]!), `page ${no}`).toContain(plain(title)))
})

it('links within the file go to a page of it, others to their address', async () => {
  const { read } = files.slides
  const broken: string[] = []
  for (let no = 1; no <= read.numPages; no++) {
    for (const { subtype, dest, url } of await (await read.getPage(no)).getAnnotations()) {
      const place = typeof dest === 'string' ? await read.getDestination(dest) : dest as unknown[] | undefined
      const leads = place
        ? await read.getPageIndex(place[0] as never) >= 0
        : /^(?:https?:\/\/(?!localhost|127\.)|mailto:)/.test(url)
      if (subtype === 'Link' && !leads)
        broken.push(`page ${no}: ${url ?? dest}`)
    }
  }
  expect(broken).toEqual([])
})

it('the handout has every note, but for what is only spoken', () => {
  const text = plain(files.handout.pages.join(''))
  for (const { no, note } of deck.slides.filter(({ note }) => note)) {
    const spoken = [...note.matchAll(/<span class="(?:spoken|pause)">([\s\S]*?)<\/span>/g)].map(([, words]) => words!)
    // A reading over a Chinese word stands between the words of its line.
    const sentences = note.replace(/^.*\p{Script=Han}.*$/gmu, '')
      .replace(/<span class="(?:spoken|pause)">[\s\S]*?<\/span>/g, '')
      .split(/(?<=[.?!])\s+|\[click[^\]]*\]|\n/)
      .filter(sentence => plain(sentence).length > 20)
    for (const sentence of sentences)
      expect(text, `slide ${no}`).toContain(plain(sentence))
    for (const words of spoken.filter(words => plain(words).length > 12))
      expect(text, `slide ${no}: “${words}” is only spoken`).not.toContain(plain(words))
  }
})
