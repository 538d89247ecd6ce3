/** Places inside the file by name, and what its links say of themselves. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'

const name = PDFName.of

/** @returns every link of the file with the page it stands on */
export function links(pdf: PDFDocument): PDFDict[] {
  return pdf.getPages().flatMap((page) => {
    const annotations = page.node.Annots()?.asArray() ?? []
    return annotations
      .map(ref => pdf.context.lookup(ref))
      .filter(found => found instanceof PDFDict && found.lookup(name('Subtype')) === name('Link')) as PDFDict[]
  })
}

/** @returns a link's outside address, or the name of its place in the file */
export function targetOf(link: PDFDict): string | undefined {
  const uri = link.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'))
  if (uri instanceof PDFString || uri instanceof PDFHexString)
    return uri.decodeText()
  const place = link.lookup(name('Dest'))
  return place instanceof PDFName ? place.decodeText() : undefined
}

/**
 * Names each slide's page by its number, so that `slides.pdf#5` opens there,
 * and gives each link words for those who do not see it (PDF/UA-1, 7.18.5).
 */
export function nameSlides(pdf: PDFDocument, slides: { no: number, headline: string, page: PDFRef }[]): void {
  const places = pdf.context.obj({}) as PDFDict
  for (const { no, page } of slides)
    places.set(name(String(no)), pdf.context.obj([page, 'Fit']) as PDFArray)
  pdf.catalog.set(name('Dests'), pdf.context.register(places))
  for (const link of links(pdf)) {
    const target = targetOf(link)
    const slide = slides.find(({ no }) => String(no) === target)
    link.set(name('Contents'), PDFHexString.fromText(slide ? `Slide ${slide.no}: ${slide.headline}` : target ?? ''))
  }
}
