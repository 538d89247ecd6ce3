/** The files that `npm run export` and `npm run handout` make, read back through a PDF library. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, decodePDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../run/built'
import { deckRoot, loadDeck, type Deck } from '../../deck/load'
import { links, targetOf } from '../../pdf/links'
import { parseOptions } from '../../pdf/options'
import { makePaper } from '../../commands/paper'
import { childElements, roleOf, structureRoot } from '../../pdf/structure'

const name = PDFName.of
const folder = mkdtempSync(join(tmpdir(), 'paper-'))
const text = (value: unknown) => value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
const plain = (words: string) => words.replace(/\s+/g, ' ').trim()

/** Makes a file in the test's folder and reads it. */
async function make(kind: 'pages' | 'handout', args: string[] = [], dist?: string) {
  const bytes = await makePaper(parseOptions(kind, ['--output', join(folder, `${kind}.pdf`), ...args]), dist)
  return { bytes, pdf: await PDFDocument.load(bytes, { updateMetadata: false }) }
}

function all(element: PDFDict): PDFDict[] {
  return childElements(element).flatMap(child => [child, ...all(child)])
}

/** Titles of bookmarks, those below in a list of their own. */
function bookmarks(parent: PDFDict): [string, string[]][] {
  const found: [string, string[]][] = []
  for (let at = parent.lookupMaybe(name('First'), PDFDict); at; at = at.lookupMaybe(name('Next'), PDFDict))
    found.push([text(at.lookup(name('Title')))!, bookmarks(at).map(([title]) => title)])
  return found
}

let dist: string
let deck: Deck
let made: Awaited<ReturnType<typeof make>>
let handout: Awaited<ReturnType<typeof make>>
beforeAll(async () => {
  [dist, deck] = await Promise.all([ensureBuilt(), loadDeck()])
  made = await make('pages', [], dist)
  handout = await make('handout', [], dist)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The deck's headlines: in its source, slide 1 takes the deck's title. */
const headlines = () => deck.slides.map(slide => plain(slide.content.match(/^# (.+)$/m)![1]!.replace(/<[^>]+>/g, '')))

/** Sections of the slides in order, by name, each as often as it begins. */
const sectionNames = () => deck.slides.map(({ frontmatter }) => deck.headmatter.sections!.find(({ id }) => id === frontmatter.section)!.name)
  .filter((name, i, all) => name !== all[i - 1])

/** Families of the fonts that the built deck brings, as a font writes its name. */
const ownFonts = () => readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:css|html)$/.test(file))
  .flatMap(file => [...readFileSync(join(dist, file), 'utf8').matchAll(/@font-face\s*\{[^}]*font-family:\s*["']?([^;"'}]+)/g)])
  .map(found => found[1]!.replace(/ Paper$| Variable$|\s/g, ''))

describe('the slides', () => {
  it('are one page each, in at most 1 MB', () => {
    expect(made.pdf.getPageCount()).toBe(deck.slides.length)
    expect(made.bytes.length).toBeLessThan(1_000_000)
  })

  it('are sections in one document, each with its headline as the only H1', () => {
    const [document, ...rest] = childElements(structureRoot(made.pdf))
    expect([roleOf(document!), rest.length]).toEqual(['Document', 0])
    const sections = all(document!).filter(element => element.has(name('T')))
    expect(sections.map(roleOf)).toEqual(deck.slides.map(() => 'Sect'))
    expect(sections.map(section => text(section.lookup(name('T'))))).toEqual(headlines())
    expect(sections.map(section => all(section).filter(element => roleOf(element) === 'H1').length)).toEqual(deck.slides.map(() => 1))
  })

  it('have an alternative for every figure', () => {
    const figures = all(structureRoot(made.pdf)).filter(element => roleOf(element) === 'Figure')
    expect(figures.length).toBeGreaterThan(0)
    expect(figures.filter(figure => !text(figure.lookup(name('Alt'))))).toEqual([])
  })

  it('hold no content outside tags and artifacts', () => {
    for (const page of made.pdf.getPages()) {
      const content = Buffer.from(decodePDFRawStream(page.node.Contents() as PDFRawStream).decode()).toString('latin1')
      let depth = 0
      for (const line of content.split('\n')) {
        depth += Number(/\bB(?:DC|MC)$/.test(line)) - Number(line === 'EMC')
        expect(line === 'BT' && depth === 0).toBe(false)
      }
      expect(depth).toBe(0)
    }
  })

  it('say their language and title, the latter in the window’s bar, and XMP agrees', () => {
    const { pdf } = made
    const { title, author, htmlAttrs } = deck.headmatter
    const own = JSON.parse(readFileSync(join(deckRoot, 'package.json'), 'utf8'))
    expect(text(pdf.catalog.lookup(name('Lang')))).toBe(htmlAttrs.lang)
    expect([pdf.getTitle(), pdf.getAuthor()]).toEqual([title, author])
    expect(pdf.getCreator()).toBe(`${own.name} ${own.version}`)
    expect(pdf.catalog.lookup(name('ViewerPreferences'), PDFDict).lookup(name('DisplayDocTitle'))?.toString()).toBe('true')
    const xmp = Buffer.from((pdf.catalog.lookup(name('Metadata')) as PDFRawStream).getContents()).toString('utf8')
    for (const said of [title, author, pdf.getSubject()!, pdf.getKeywords()!, pdf.getCreator()!, pdf.getProducer()!])
      expect(xmp).toContain(said)
  })

  it('are bookmarked by headline under their section', () => {
    const found = bookmarks(made.pdf.catalog.lookup(name('Outlines'), PDFDict))
    expect(found.flatMap(([, below]) => below)).toEqual(headlines())
    expect(found.map(([section]) => section)).toEqual(sectionNames())
  })

  it('embed the deck’s own fonts and no others, none as drawings', () => {
    const fonts = made.pdf.context.enumerateIndirectObjects().map(([, object]) => object)
      .filter(object => object instanceof PDFDict && object.get(name('Type')) === name('Font')) as PDFDict[]
    expect(fonts.filter(font => font.get(name('Subtype')) === name('Type3'))).toEqual([])
    const descriptors = fonts.map(font => font.lookupMaybe(name('FontDescriptor'), PDFDict)).filter(Boolean) as PDFDict[]
    expect(descriptors.every(descriptor => descriptor.has(name('FontFile2')) || descriptor.has(name('FontFile3')))).toBe(true)
    const names = descriptors.map(descriptor => descriptor.lookup(name('FontName'), PDFName).decodeText())
    expect(ownFonts()).not.toEqual([])
    expect(names.filter(font => !ownFonts().some(own => font.slice(7).startsWith(own)))).toEqual([])
  })

  it('link to slides that exist and to the outside, never to this machine', () => {
    const targets = links(made.pdf).map(targetOf)
    const places = made.pdf.catalog.lookup(name('Dests'), PDFDict)
    const [outside, inside] = [targets.filter(target => target?.startsWith('https://')), targets.filter(target => /^\d+$/.test(target ?? ''))]
    expect(outside.length + inside.length).toBe(targets.length)
    expect(outside.length).toBeGreaterThan(0)
    expect(inside.length).toBeGreaterThan(0)
    expect(inside.every(target => places.lookup(name(target!)) instanceof PDFArray)).toBe(true)
  })
})

describe('the handout', () => {
  it('has a section for each slide after its first page, and bookmarks', () => {
    expect(handout.pdf.getPageCount()).toBeGreaterThan(deck.slides.length)
    expect(handout.pdf.getPage(0).getSize().height).toBeCloseTo(842, -1)
    expect(bookmarks(handout.pdf.catalog.lookup(name('Outlines'), PDFDict)).flatMap(([, below]) => below)).toEqual(headlines())
  })
})
