/**
 * Chromium leaves page numbers outside every tag. A reader may then read them
 * into the text; as artifacts they are passed over (ISO 32000-1, 14.8.2.2).
 */
import { decodePDFRawStream, PDFArray, PDFName, type PDFRawStream, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

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

/**
 * Skia writes up to nine digits of each number: half of a page of curves. A hundredth of a px is finer than any printer.
 * Text stands as hexadecimal glyph numbers, so that no word of it looks like a number with a point. Matrices
 * (`cm`) stay: all that follows is multiplied by them, and 3.125 made 3.13 moves the right edge by a px and a half.
 */
export function roundNumbers(content: string): string {
  return content.replace(/^.*$/gm, line => line.endsWith(' cm')
    ? line
    : line.replace(/-?\d*\.\d+/g, (digits) => {
        const value = Number(digits)
        return String(Number(value.toFixed(Math.abs(value) < 2 ? 4 : 2)))
      }))
}

/** Marks what lies outside every tag, on each page, and makes it smaller. */
export function markPages(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    const contents = page.node.get(PDFName.of('Contents'))
    const old = contents instanceof PDFRef ? pdf.context.lookup(contents) : contents
    const parts: (PDFObject | undefined)[] = old instanceof PDFArray ? old.asArray() : [contents]
    const content = parts.map(part => latin1.read(decodePDFRawStream((part instanceof PDFRef ? pdf.context.lookup(part) : part) as PDFRawStream).decode())).join('\n')
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(latin1.write(roundNumbers(markArtifacts(content))))))
    // The old ones would stay in the file, unseen.
    for (const part of [contents, ...parts]) {
      if (part instanceof PDFRef)
        pdf.context.delete(part)
    }
  }
}
