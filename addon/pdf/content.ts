/**
 * Marked content (ISO 32000-1, 14.6): Chromium marks each piece by the element it belongs to, backgrounds too, and
 * leaves the rest unmarked. Only the marks are read and written here, not what is drawn between them.
 */
import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument, type PDFPage,
} from '@cantoo/pdf-lib'

const name = PDFName.of

/** A page's content, or that of a form (Chromium makes one for what is half transparent) on it. */
export interface Stream {
  page: PDFRef
  form?: PDFRef
  /** Its key in the structure's parent tree. */
  key: number
  pieces: Piece[]
  /** Added to each of its numbers, so that a page has none twice: pdf.js does not tell a form's from its page's. */
  offset: number
  /** Numbers of its marked pieces that hold text. */
  texts: Set<number>
  /** Types of the elements that its pieces belong to, by number; a piece without one becomes an artifact. */
  roles: Map<number, string>
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

// Chromium compresses no stream that would not be shorter so.
const textOf = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')

/** @returns the streams of a page, its own first */
export function readStreams(pdf: PDFDocument, page: PDFPage): Stream[] {
  const streams: Stream[] = []
  let offset = 0
  const read = (content: string, owner: PDFDict, form?: PDFRef) => {
    const parts = pieces(content)
    const ids = parts.map(idOf)
    const stream: Stream = {
      page: page.ref,
      form,
      key: owner.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1,
      offset,
      pieces: parts,
      texts: new Set(ids.filter((_, i) => /^BT$/m.test(parts[i]!.body))),
      roles: new Map(),
      forms: new Set(),
    }
    offset += Math.max(-1, ...ids) + 1
    streams.push(stream)
    const objects = owner.lookupMaybe(name('Resources'), PDFDict)?.lookupMaybe(name('XObject'), PDFDict)
    for (const [key, ref] of objects?.entries() ?? []) {
      const object = pdf.context.lookup(ref)
      if (!(object instanceof PDFRawStream) || object.dict.get(name('Subtype')) !== name('Form'))
        continue
      if (object.dict.has(name('StructParents')))
        stream.forms.add(key.decodeText())
      read(textOf(object), object.dict, ref as PDFRef)
    }
  }
  const contents = page.node.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray().map(ref => pdf.context.lookup(ref)) : [contents]
  read(parts.map(part => textOf(part as PDFRawStream)).join('\n'), page.node)
  return streams
}

/** Skia writes up to nine digits, half of a page of curves; but for matrices (`cm`) a hundredth of a px will do. */
const shorten = (content: string) => content.replace(/-?\d*\.\d{3,}(?!.* cm$)/gm, (digits) => {
  const value = Number(digits)
  return String(Number(value.toFixed(Math.abs(value) < 2 ? 4 : 2)))
})

/** Writes a stream back: pieces that belong to an element keep their mark, all else becomes an artifact. */
export function writeStream({ context }: PDFDocument, stream: Stream): void {
  const artifact = (text: string) => text.trim() && `/Artifact BMC\n${text.trim()}\nEMC\n`
  const out = stream.pieces.map((piece) => {
    const role = stream.roles.get(idOf(piece))
    if (role)
      return `/${role} <</MCID ${idOf(piece) + stream.offset}>> BDC\n${piece.body.trim()}\nEMC\n`
    // A form with marks of its own stands in no other piece.
    return piece.body.split(/^(\/\w+ Do)$/m)
      .map(part => stream.forms.has(part.slice(1, -3)) ? `${part}\n` : artifact(part)).join('')
  }).join('')
  const bytes = Buffer.from(shorten(out), 'latin1')
  const content = context.stream(deflateSync(bytes, { level: 9 }), { Filter: 'FlateDecode' })
  if (stream.form) {
    const old = context.lookup(stream.form) as PDFRawStream
    for (const [key, value] of old.dict.entries().filter(([key]) => !['Filter', 'Length'].includes(key.decodeText())))
      content.dict.set(key, value)
    context.assign(stream.form, content)
    return
  }
  const node = context.lookup(stream.page, PDFDict)
  const old = node.get(name('Contents'))
  for (const ref of [old, ...old instanceof PDFArray ? old.asArray() : []])
    ref instanceof PDFRef && context.delete(ref)
  node.set(name('Contents'), context.register(content))
}
