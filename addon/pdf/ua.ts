/** The machine conditions of PDF/UA-1 (ISO 14289-1) that a deck can break, by clause. */
import { PDFDict, PDFName, type PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import { readStreams } from './content'
import { elements, readTree, type Element } from './tree'

const name = PDFName.of
const at = (dict: PDFDict | undefined, ...path: string[]) => path.reduce<unknown>(
  (found, key) => found instanceof PDFDict ? found.lookup(name(key)) : undefined, dict)
const text = (dict: PDFDict, key: string) => (at(dict, key) as PDFString | undefined)?.decodeText?.() ?? ''

const STANDARD = new Set(`Document Part Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L LI
  Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot Ruby RB RT RP Figure
  Formula`.split(/\s+/))

interface File { pdf: PDFDocument, all: Element[], pages: PDFDict[], annotations: PDFDict[], fonts: PDFDict[] }

/** @returns whether each heading is at most one level below the one before, the first of the first */
const withoutGaps = (levels: number[]) => levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1)
const kidsAre = (all: Element[], role: string, kids: RegExp) => all.filter(element => element.role === role)
  .every(element => element.kids.every(kid => 'role' in kid && kids.test(kid.role)))

const CONDITIONS: [clause: string, says: string, holds: (file: File) => boolean][] = [
  ['6.2', 'the file says that it is tagged', ({ pdf }) =>
    `${at(pdf.catalog, 'MarkInfo', 'Marked')}` === 'true' && `${at(pdf.catalog, 'MarkInfo', 'Suspects')}` !== 'true'],
  ['7.1', 'every piece of content is tagged or an artifact', ({ pdf }) => pdf.getPages().every(page =>
    readStreams(pdf, page).every(({ pieces, forms }) => pieces.every(({ mark, body }) =>
      mark || body.trim().split('\n').every(line => forms.has(line.slice(1, -3))))))],
  ['7.1', 'structure types are standard ones', ({ all }) => all.every(({ role }) => STANDARD.has(role))],
  ['7.1', 'no tag is empty', ({ all }) => all.every(({ role, kids }) => kids.length > 0 || /^T[DH]$/.test(role))],
  ['7.1', 'the window shows a title', ({ pdf }) =>
    `${at(pdf.catalog, 'ViewerPreferences', 'DisplayDocTitle')}` === 'true'
    && Boolean(pdf.getTitle())],
  ['7.2', 'the language is said', ({ pdf }) => /^[a-z]{2,3}(?:-\w+)*$/i.test(text(pdf.catalog, 'Lang'))],
  ['7.3, 7.7', 'figures and formulas have alternatives', ({ all }) => all.every(({ role, dict }) =>
    !/^(?:Figure|Formula)$/.test(role) || Boolean(text(dict, 'Alt').trim()))],
  ['7.4.2', 'headings leave out no level', ({ all }) =>
    withoutGaps(all.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1])))],
  ['7.5', 'tables hold rows of cells, and heads say for what', ({ all }) =>
    kidsAre(all, 'Table', /^(?:TR|THead|TBody|TFoot|Caption)$/)
    && kidsAre(all, 'TR', /^T[DH]$/) && all.every(({ role, dict }) => role !== 'TH' || dict.has(name('A')))],
  ['7.6', 'lists hold items, items a label and a body', ({ all }) => kidsAre(all, 'L', /^(?:LI|L|Caption)$/)
    && kidsAre(all, 'LI', /^(?:Lbl|LBody)$/)],
  ['7.18.3', 'the tab key follows the structure', ({ pages }) => pages.every(page =>
    !page.has(name('Annots')) || `${at(page, 'Tabs')}` === '/S')],
  ['7.18.5', 'links are tagged as links and described', ({ all, annotations }) => {
    const links = all.filter(({ role }) => role === 'Link').flatMap(({ kids }) => kids)
    return annotations.every(link => text(link, 'Contents').trim() && `${at(link, 'Subtype')}` === '/Link')
      && links.filter(kid => 'annotation' in kid).length === annotations.length
  }],
  ['7.21', 'fonts are embedded, their characters known', ({ fonts }) => fonts.every((font) => {
    const descriptor = at(font, 'FontDescriptor')
    // A Type 3 font's glyphs stand in the file itself.
    const embedded = !(descriptor instanceof PDFDict) || `${at(font, 'Subtype')}` === '/Type3'
      || ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor.has(name(key)))
    return embedded && (font.has(name('ToUnicode')) || !/^\/(?:Type0|Type3)$/.test(`${at(font, 'Subtype')}`))
  })],
]

/** @returns the conditions that do not hold, each in a line with its clause */
export function uaFaults(pdf: PDFDocument): string[] {
  const pages = pdf.getPages().map(({ node }) => node)
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  const file: File = {
    pdf,
    all: elements(readTree(pdf, pdf.getPages().flatMap(page => readStreams(pdf, page)))),
    pages,
    annotations: pages.flatMap(page => (page.Annots()?.asArray() ?? []).map(ref => pdf.context.lookup(ref, PDFDict))),
    fonts: objects.filter(object =>
      object instanceof PDFDict && object.get(name('Type')) === name('Font')) as PDFDict[],
  }
  return CONDITIONS.filter(([, , holds]) => !holds(file)).map(([clause, says]) => `${clause}: not so: ${says}.`)
}
