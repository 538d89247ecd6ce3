/**
 * Marked content (ISO 32000-1, 14.6): Chromium marks each piece by the element it belongs to, backgrounds too, and
 * leaves the rest unmarked. Only the marks are read and written here, not what is drawn between them.
 */
import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument, type PDFPage, type PDFRef,
} from '@cantoo/pdf-lib'

const name = PDFName.of

/** A page's content, or that of a form (Chromium makes one for what is half transparent) on it. */
export interface Stream {
  ref: PDFRef
  page: PDFRef
  isForm: boolean
  /** Its key in the structure's parent tree. */
  key: number
  pieces: Piece[]
  /** Added to each of its numbers, so that a page has none twice: pdf.js does not tell a form's from its page's. */
  offset: number
  /** Numbers of its marked pieces that hold text. */
  texts: Set<number>
  /** Numbers of those that belong to an element; any other piece becomes an artifact. */
  kept: Set<number>
  /** Names of its forms that have marks of their own. */
  forms: Set<string>
}

/** A stretch of content: between its marks (a ligature has marks of its own, within), or between two pieces. */
interface Piece { mark?: string, body: string }

function pieces(content: string): Piece[] {
  const found: Piece[] = []
  let [depth, at, mark] = [0, 0, '']
  for (const { 0: line, index } of content.matchAll(/^.*(?:BDC|BMC|EMC)$/gm)) {
    depth += line === 'EMC' ? -1 : 1
    if (depth > 1 || (depth === 1 && line === 'EMC'))
      continue
    found.push({ body: content.slice(at, index), ...line === 'EMC' && { mark } })
    at = index + line.length + 1
    mark = line
  }
  return [...found, { body: content.slice(at) }].filter(piece => piece.body.trim())
}

const idOf = ({ mark }: Piece) => Number(mark?.match(/MCID (\d+)/)?.[1] ?? -1)

/** @returns the streams of a page, its own first */
export function readStreams({ context }: PDFDocument, page: PDFPage): Stream[] {
  const streams: Stream[] = []
  let offset = 0
  const read = (ref: PDFRef, owner: PDFDict, isForm: boolean) => {
    // Chromium compresses no stream that would not be shorter so.
    const content = decodePDFRawStream(context.lookup(ref) as PDFRawStream).decode()
    const parts = pieces(Buffer.from(content).toString('latin1'))
    const ids = parts.map(idOf)
    const key = owner.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1
    const texts = new Set(ids.filter((_, i) => /^BT$/m.test(parts[i]!.body)))
    const forms = new Set<string>()
    streams.push({ ref, page: page.ref, isForm, key, pieces: parts, offset, texts, kept: new Set(), forms })
    offset += Math.max(-1, ...ids) + 1
    const objects = owner.lookupMaybe(name('Resources'), PDFDict)?.lookupMaybe(name('XObject'), PDFDict)
    for (const [key, ref] of objects?.entries() ?? []) {
      const object = context.lookup(ref)
      if (!(object instanceof PDFRawStream) || object.dict.get(name('Subtype')) !== name('Form'))
        continue
      if (object.dict.has(name('StructParents')))
        forms.add(key.decodeText())
      read(ref as PDFRef, object.dict, true)
    }
  }
  read(page.node.get(name('Contents')) as PDFRef, page.node, false)
  return streams
}

/** Skia writes up to nine digits, half of a page of curves; but for matrices (`cm`) a hundredth of a px will do. */
const shorten = (content: string) => content.replace(/-?\d*\.\d{3,}(?!.* cm$)/gm, (digits) => {
  const value = Number(digits)
  return String(Number(value.toFixed(Math.abs(value) < 2 ? 4 : 2)))
})

/** Writes a stream back: pieces that belong to an element keep their mark, all else becomes an artifact. */
export function writeStream({ context }: PDFDocument, { ref, pieces, kept, forms, offset }: Stream): void {
  const marked = (mark: string, body: string) => body.trim() && `${mark}\n${body.trim()}\nEMC\n`
  const out = pieces.map((piece) => {
    const id = idOf(piece)
    if (kept.has(id))
      return marked(piece.mark!.replace(/MCID \d+/, `MCID ${id + offset}`), piece.body)
    // A form with marks of its own stands in no other piece.
    return piece.body.split(/^(\/\w+ Do)$/m)
      .map(part => forms.has(part.slice(1, -3)) ? `${part}\n` : marked('/Artifact BMC', part)).join('')
  }).join('')
  const { dict } = context.lookup(ref) as PDFRawStream
  dict.set(name('Filter'), name('FlateDecode'))
  context.assign(ref, PDFRawStream.of(dict, deflateSync(Buffer.from(shorten(out), 'latin1'))))
}
