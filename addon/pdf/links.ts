/** Links: Chromium writes an annotation for each box within a link, with nothing said of it. */
import {
  PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument, type PDFNumber, type PDFRef,
} from '@cantoo/pdf-lib'
import { PLACEHOLDER, type PaperLink } from '../pages/links'

const name = PDFName.of

/** Left, bottom, right, top. */
type Rect = [number, number, number, number]

const rectOf = (link: PDFDict) =>
  link.lookup(name('Rect'), PDFArray).asArray().map(n => (n as PDFNumber).asNumber()) as Rect

const onOneLine = ([, bottom, , top]: Rect, [, low, , high]: Rect) =>
  Math.min(top, high) - Math.max(bottom, low) > Math.min(top - bottom, high - low) / 2

/**
 * Leaves one annotation a line, which leads to its place and says so (PDF/UA-1, 7.18.5).
 * @param links the page's, by the number that stands in an annotation's address
 */
export function mendLinks(pdf: PDFDocument, links: PaperLink[]): void {
  for (const page of pdf.getPages()) {
    const kept: { no: number, dict: PDFDict, rect: Rect }[] = []
    const annotations = page.node.Annots()
    for (const ref of (annotations?.asArray() ?? []) as PDFRef[]) {
      const dict = pdf.context.lookup(ref, PDFDict)
      const address = dict.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI')) as PDFString | undefined
      if (!address?.decodeText().startsWith(PLACEHOLDER))
        continue
      const no = Number(address.decodeText().slice(PLACEHOLDER.length))
      const rect = rectOf(dict)
      const line = kept.find(other => other.no === no && onOneLine(other.rect, rect))
      if (line) {
        const [a, b] = [line.rect, rect]
        line.rect = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
        line.dict.set(name('Rect'), pdf.context.obj(line.rect))
        annotations!.remove(annotations!.indexOf(ref)!)
        pdf.context.delete(ref)
        continue
      }
      kept.push({ no, dict, rect })
      const { says, to } = links[no]!
      dict.set(name('Contents'), PDFHexString.fromText(says))
      dict.delete(name('A'))
      if (typeof to === 'number')
        dict.set(name('Dest'), name(String(to)))
      else
        dict.set(name('A'), pdf.context.obj({ Type: 'Action', S: 'URI', URI: PDFString.of(to) }))
    }
    if (annotations)
      page.node.set(name('Tabs'), name('S'))
  }
}
