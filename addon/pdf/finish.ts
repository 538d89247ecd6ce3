/** From the browser's PDF to ours: tags, links, places, bookmarks, page labels, page boxes, metadata. */
import { ParseSpeeds, PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import type { PaperReport } from '../pages/paper'
import { mendLinks } from './links'
import { setMetadata } from './metadata'
import { mendTags } from './tree'
import { uaFaults } from './ua'

const name = PDFName.of

interface Bookmark { title: string, page: PDFRef, children: Bookmark[] }
type Placed = PaperReport['slides'][number] & { page: PDFRef }

/** @returns a bookmark for each run of slides of one section, the slides' own below it */
function nestBySection(slides: Placed[]): Bookmark[] {
  const nested: Bookmark[] = []
  let last: string | undefined
  for (const { headline, section, page } of slides) {
    if (section && section !== last)
      nested.push({ title: section, page, children: [] })
    const siblings = section ? nested.at(-1)!.children : nested
    siblings.push({ title: headline, page, children: [] })
    last = section
  }
  return nested
}

/** Bookmarks (ISO 32000-1, 12.3.3), all of them open. */
function setOutline({ context, catalog }: PDFDocument, bookmarks: Bookmark[]): void {
  const write = (siblings: Bookmark[], parent: PDFRef): { First: PDFRef, Last: PDFRef, Count: number } => {
    const refs = siblings.map(() => context.nextRef())
    let shown = siblings.length
    siblings.forEach(({ title, page, children }, i) => {
      const below = children.length ? write(children, refs[i]!) : undefined
      shown += below?.Count ?? 0
      const [Prev, Next] = [refs[i - 1], refs[i + 1]]
      const own = { Title: PDFHexString.fromText(title), Parent: parent, Dest: [page, 'Fit'] }
      context.assign(refs[i]!, context.obj({ ...own, ...Prev && { Prev }, ...Next && { Next }, ...below }))
    })
    return { First: refs[0]!, Last: refs.at(-1)!, Count: shown }
  }
  const root = context.nextRef()
  context.assign(root, context.obj({ Type: 'Outlines', ...write(bookmarks, root) }))
  catalog.set(name('Outlines'), root)
  catalog.set(name('PageMode'), name('UseOutlines'))
}

/** Each page bears its slide's number, those after its first with a count: 5, 5.1; what comes before the slides, i. */
function setLabels(pdf: PDFDocument, slides: Placed[]): void {
  let no: number | undefined
  let more = 0
  const labels = pdf.getPages().flatMap(({ ref }, i) => {
    const slide = slides.find(({ page }) => page === ref)
    more = slide ? 0 : more + 1
    no = slide?.no ?? no
    return [i, no ? { P: PDFHexString.fromText(more ? `${no}.${more}` : `${no}`) } : { S: 'r', St: i + 1 }]
  })
  pdf.catalog.set(name('PageLabels'), pdf.context.obj({ Nums: labels as never }))
}

/** Names each slide's page by its number, so that `slides.pdf#5` opens there. */
function setPlaces(pdf: PDFDocument, slides: Placed[]): void {
  const places = Object.fromEntries(slides.map(({ no, page }) => [no, [page, 'Fit']]))
  pdf.catalog.set(name('Dests'), pdf.context.register(pdf.context.obj(places)))
}

/** Chromium rounds paper to 1/300 inch, and shows a white line beside the slide: cut to what the slide is. */
function cutPages(pdf: PDFDocument, { width, height }: PaperReport['size']): void {
  const [w, h] = [width * 0.75, height * 0.75] // px to pt
  pdf.getPages().forEach(page => page.setMediaBox(0, page.getHeight() - h, w, h))
}

/**
 * @param bytes the browser's file
 * @param report what the page said of itself
 * @param kind names the handout as such in its title
 * @returns the finished file; it claims PDF/UA-1 where its machine conditions hold
 * @throws when the browser left out what the file needs
 */
export async function finish(bytes: Uint8Array, report: PaperReport, kind: 'slides' | 'handout'): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  mendLinks(pdf, report.links)
  const { top, pages } = mendTags(pdf, report.slides)
  const slides = report.slides.map((slide, i) => ({ ...slide, page: pages[i]! }))
  setOutline(pdf, nestBySection(slides))
  setPlaces(pdf, slides)
  setLabels(pdf, slides)
  if (kind === 'slides')
    cutPages(pdf, report.size)
  const title = kind === 'handout' ? `${report.title} (handout)` : report.title
  setMetadata(pdf, { ...report, title }, !uaFaults(top, report.lang).length)
  return pdf.save({ useObjectStreams: true, objectsPerTick: Infinity })
}
