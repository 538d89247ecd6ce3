/**
 * The file's structure tree (ISO 32000-1, 14.7): Chromium's tags made ones that
 * every reader knows, and a section for each slide.
 */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const name = PDFName.of

/** Chromium's names on the left came with PDF 2.0, or suit a newspaper better than a slide. */
const ROLES: Record<string, string> = { Art: 'Sect', Strong: 'Span', Em: 'Span' }

/** @returns an element's children that are elements, in reading order */
export function childElements(element: PDFDict): PDFDict[] {
  const kids = element.lookup(name('K'))
  const all: (PDFObject | undefined)[] = kids instanceof PDFArray ? Array.from({ length: kids.size() }, (_, i) => kids.lookup(i)) : [kids]
  return all.filter(kid => kid instanceof PDFDict && kid.has(name('S'))) as PDFDict[]
}

/** @returns the element's type, without the slash */
export const roleOf = (element: PDFDict) => element.lookup(name('S'), PDFName).decodeText()

/**
 * @returns the tree's root, which is no element but has elements
 * @throws when the file is not tagged
 */
export function structureRoot(pdf: PDFDocument): PDFDict {
  const root = pdf.catalog.lookup(name('StructTreeRoot'))
  if (!(root instanceof PDFDict))
    throw new Error('The browser made a PDF without tags: take a newer one (CHROMIUM_PATH).')
  return root
}

/**
 * An element's own page is no answer while it holds others: a slide's background
 * ends a hair above or below, and so belongs to the page before or after as well.
 * @returns the page on which an element's first words stand
 */
export function firstPage(element: PDFDict): PDFRef | undefined {
  for (const child of childElements(element)) {
    const page = firstPage(child)
    if (page)
      return page
  }
  const own = element.get(name('Pg'))
  return own instanceof PDFRef ? own : undefined
}

/**
 * Mends the tags in place.
 * @param pdf as Chromium made it
 * @param headlines the printed slides', in order
 * @returns each slide's section, in order
 * @throws when the file's sections are not one for each slide
 */
export function sectionSlides(pdf: PDFDocument, headlines: string[]): PDFDict[] {
  const sections: PDFDict[] = []
  const walk = (element: PDFDict, inSlide: boolean) => {
    const role = roleOf(element)
    const starts = role === 'Art' && !inSlide
    if (starts)
      sections.push(element)
    if (ROLES[role])
      element.set(name('S'), name(ROLES[role]))
    childElements(element).forEach(child => walk(child, inSlide || starts))
  }
  childElements(structureRoot(pdf)).forEach(element => walk(element, false))
  if (sections.length !== headlines.length)
    throw new Error(`The browser tagged ${sections.length} sections for ${headlines.length} slides: take a newer one (CHROMIUM_PATH).`)
  sections.forEach((section, i) => section.set(name('T'), PDFHexString.fromText(headlines[i]!)))
  return sections
}
