/**
 * Chromium leaves page numbers outside every tag. A reader may then read them
 * into the text; as artifacts they are passed over (ISO 32000-1, 14.8.2.2).
 */
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const TAGGED = /\b(?:BDC|BMC)$/
const SHAPE = /\b(?:m|re)$/
const PAINT = /(?:^|\s)(?:f|F|f\*|S|s|B|B\*|b|b\*|n|sh)$/

/**
 * @param content a page's content, an operator at a line's end, as Skia writes it
 * @returns the same with text and shapes that no tag holds marked as artifacts
 */
export function markArtifacts(content: string): string {
  const out: string[] = []
  let depth = 0
  let open: 'text' | 'shape' | undefined
  for (const line of content.split('\n')) {
    const free = depth === 0 && !open
    if (free && (line === 'BT' || SHAPE.test(line))) {
      open = line === 'BT' ? 'text' : 'shape'
      out.push('/Artifact BMC')
    }
    out.push(line)
    if (TAGGED.test(line))
      depth++
    else if (line === 'EMC')
      depth--
    if ((open === 'text' && line === 'ET') || (open === 'shape' && PAINT.test(line))) {
      out.push('EMC')
      open = undefined
    }
  }
  return out.join('\n')
}

const latin1 = { read: (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1'), write: (text: string) => Buffer.from(text, 'latin1') }

/** Marks what lies outside every tag, on each page. */
export function markPages(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    const contents = page.node.Contents()
    const streams: (PDFObject | undefined)[] = contents instanceof PDFArray ? Array.from({ length: contents.size() }, (_, i) => contents.lookup(i)) : [contents]
    const content = streams.map(stream => latin1.read(decodePDFRawStream(stream as PDFRawStream).decode())).join('\n')
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(latin1.write(markArtifacts(content)))))
  }
}
