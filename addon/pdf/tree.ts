/** The structure tree (ISO 32000-1, 14.7): Chromium's, made one that every reader knows, and no larger than needed. */
import {
  PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFObject,
} from '@cantoo/pdf-lib'
import type { PaperReport } from '../pages/paper'
import { readStreams, writeStream, type Stream } from './content'

const name = PDFName.of

interface Mark { stream: Stream, id: number }
interface Annotation { annotation: PDFRef, page: PDFRef }
/** Its place in the file, and its type: a structure type's name. */
export interface Element { ref: PDFRef, dict: PDFDict, role: string, kids: Kid[] }
type Kid = Element | Mark | Annotation

const isElement = (kid: Kid): kid is Element => 'role' in kid
const isMark = (kid: Kid): kid is Mark => 'stream' in kid

/** Chromium's names on the left came with PDF 2.0, suit a newspaper better than a slide, or ask for a form's field. */
const ROLES: Record<string, string> = { Art: 'Sect', Strong: 'Span', Em: 'Span', Form: 'NonStruct' }
/** What holds blocks and no words of its own. */
const GROUPS = ['Document', 'Sect', 'Div', 'LI', 'LBody', 'BlockQuote']
const INLINE = ['Span', 'Link', 'Code', 'Ruby', 'Quote', 'Reference']

/** @returns the file's one top element @throws when the file is not tagged */
function readTree({ context, catalog }: PDFDocument, streams: Stream[]): Element {
  const top = (catalog.lookup(name('StructTreeRoot')) as PDFDict | undefined)?.get(name('K'))
  if (!(top instanceof PDFRef))
    throw new Error('The browser made a PDF without tags: take a newer one (CHROMIUM_PATH).')
  const mark = (id: PDFObject | undefined, page: PDFObject | undefined, form?: PDFObject): Mark[] => {
    const stream = streams.find(stream => stream.page === page && (form ? stream.ref === form : !stream.isForm))
    return stream ? [{ stream, id: (id as PDFNumber).asNumber() }] : []
  }
  const element = (ref: PDFRef): Element => {
    const dict = context.lookup(ref, PDFDict)
    const own = dict.get(name('Pg'))
    const kidsOf = (kid?: PDFObject): Kid[] => {
      const found = context.lookup(kid)
      if (found instanceof PDFArray)
        return found.asArray().flatMap(kidsOf)
      if (found instanceof PDFNumber)
        return mark(found, own)
      if (!(found instanceof PDFDict))
        return []
      const page = found.get(name('Pg')) ?? own
      const annotation = found.get(name('Obj')) as PDFRef
      switch (found.get(name('Type'))) {
        case name('MCR'): return mark(found.get(name('MCID')), page, found.get(name('Stm')))
        case name('OBJR'): return context.lookup(annotation) ? [{ annotation, page: page as PDFRef }] : []
        default: return [element(kid as PDFRef)]
      }
    }
    return { ref, dict, role: dict.lookup(name('S'), PDFName).decodeText(), kids: kidsOf(dict.get(name('K'))) }
  }
  return element(top)
}

const below = (element: Element): Kid[] => element.kids.flatMap(kid => isElement(kid) ? [kid, ...below(kid)] : [kid])
/** @returns an element and all below it */
export const elements = (element: Element): Element[] => [element, ...below(element).filter(isElement)]

/**
 * @param around the type of the nearest element around it that is more than a mere container
 * @returns what stands in the element's place: itself, its children, or nothing
 */
function tidy(pdf: PDFDocument, element: Element, around: string): Kid[] {
  const role = ROLES[element.role] ?? element.role
  if (role === 'Figure' && element.dict.has(name('Alt')) && !below(element).some(kid => 'annotation' in kid)) {
    // One picture, whatever it is made of: its alternative says it all.
    const marks = below(element).filter(isMark)
    return marks.length ? [{ ...element, kids: marks }] : []
  }
  const kids = element.kids.flatMap(kid => isElement(kid)
    ? tidy(pdf, kid, role === 'NonStruct' ? around : role)
    // What draws no text and is no figure is a background, an underline, a decoration.
    : isMark(kid) && role !== 'Figure' && !kid.stream.texts.has(kid.id) ? [] : [kid])
  if (!kids.length && !/^T[DH]$/.test(role))
    return []
  if (role === 'LI')
    return [{ ...element, role, kids: listItem(pdf, kids) }]
  if (role !== 'NonStruct')
    return [{ ...element, role, kids: GROUPS.includes(role) ? paragraphs(pdf, kids) : kids }]
  if (around === 'Ruby' || element.dict.has(name('Lang')))
    return [{ ...element, role: around === 'Ruby' ? 'RB' : 'Span', kids }]
  const text = element.kids.every(isMark) // to be put into a paragraph with what stands beside it
  return GROUPS.includes(around) && !text ? paragraphs(pdf, kids) : kids
}

function make({ context }: PDFDocument, role: string, kids: Kid[]): Element {
  const dict = context.obj({ Type: 'StructElem' }) as PDFDict
  return { ref: context.register(dict), dict, role, kids }
}

/** Puts each run of words into a paragraph. */
function paragraphs(pdf: PDFDocument, kids: Kid[]): Kid[] {
  const found: Kid[] = []
  let run: Element | undefined
  for (const kid of kids) {
    if (isElement(kid) && !INLINE.includes(kid.role)) {
      run = undefined
      found.push(kid)
      continue
    }
    if (!run)
      found.push(run = make(pdf, 'P', []))
    run.kids.push(kid)
  }
  return found
}

/** An item's mark stands apart from what it says. */
function listItem(pdf: PDFDocument, kids: Kid[]): Kid[] {
  const isLabel = (kid: Kid) => isElement(kid) && kid.role === 'Lbl'
  const body = kids.filter(kid => !isLabel(kid))
  return [...kids.filter(isLabel), ...body.length ? [make(pdf, 'LBody', paragraphs(pdf, body))] : []]
}

/** Writes the tree, and tells it and each piece of content which element the piece belongs to. */
function write({ context, catalog }: PDFDocument, top: Element, streams: Stream[]): void {
  const parents = new Map(streams.filter(({ key }) => key >= 0).map(({ key }) => [key, [] as (PDFRef | null)[]]))
  const pageKeys = new Map(streams.filter(({ isForm }) => !isForm).map(({ page, key }) => [page, key]))
  const owners = new Map<number, PDFRef>()
  const writeKid = (kid: Kid, { ref, dict }: Element) => {
    if (isElement(kid)) {
      put(kid, ref)
      return kid.ref
    }
    if (!isMark(kid)) {
      const key = context.lookup(kid.annotation, PDFDict).lookup(name('StructParent'), PDFNumber).asNumber()
      owners.set(key, ref)
      return context.obj({ Type: 'OBJR', Obj: kid.annotation, Pg: kid.page })
    }
    const { stream, id } = kid
    const number = id + stream.offset
    stream.kept.add(id)
    // By its page's key too: pdf.js knows no other.
    for (const key of [stream.key, pageKeys.get(stream.page)!]) {
      const list = parents.get(key)!
      while (list.length <= number)
        list.push(null)
      list[number] = ref
    }
    return stream.page === dict.get(name('Pg')) && !stream.isForm
      ? PDFNumber.of(number)
      : context.obj({ Type: 'MCR', Pg: stream.page, MCID: number, ...stream.isForm && { Stm: stream.ref } })
  }
  const put = (element: Element, parent: PDFRef) => {
    const { dict, role, kids } = element
    const page = below(element).find(isMark)?.stream.page
    dict.set(name('S'), name(role))
    dict.set(name('P'), parent)
    page && dict.set(name('Pg'), page)
    dict.set(name('K'), context.obj(kids.map(kid => writeKid(kid, element))))
  }
  put(top, catalog.get(name('StructTreeRoot')) as PDFRef)
  const lists = [...parents].map(([key, list]) => [key, context.register(context.obj(list as PDFRef[]))] as const)
  const nums = [...lists, ...owners].sort(([a], [b]) => a - b).flat()
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict)
  root.set(name('ParentTree'), context.register(context.obj({ Nums: nums })))
}

/**
 * Mends the file's tags in place, and marks everything else as artifacts.
 * @param slides those printed, in order; a blank one holds nothing that Chromium tags
 * @returns the top element, and the page that each slide begins on, in order
 * @throws when the file's sections are not one for each slide
 */
export function mendTags(pdf: PDFDocument, slides: PaperReport['slides']): { top: Element, pages: PDFRef[] } {
  const streams = pdf.getPages().flatMap(page => readStreams(pdf, page))
  const before = readTree(pdf, streams)
  const [top] = tidy(pdf, before, '') as [Element]
  const kept = new Set(elements(top).map(({ ref }) => ref))
  elements(before).filter(({ ref }) => !kept.has(ref)).forEach(({ ref }) => pdf.context.delete(ref))
  write(pdf, top, streams)
  streams.forEach(stream => writeStream(pdf, stream))

  const sections = top.kids.filter(isElement).filter(({ role }) => role === 'Sect')
  const tagged = slides.filter(({ blank }) => !blank)
  if (sections.length !== tagged.length)
    throw new Error(`${sections.length} of ${tagged.length} slides are tagged: take a newer browser (CHROMIUM_PATH).`)
  sections.forEach(({ dict }, i) => dict.set(name('T'), PDFHexString.fromText(tagged[i]!.headline)))
  const all = pdf.getPages().map(({ ref }) => ref)
  let next = 0
  const pages = slides.map(({ blank }) => {
    const on = blank ? [next] : below(sections.shift()!).filter(isMark).map(({ stream }) => all.indexOf(stream.page))
    next = Math.max(...on) + 1
    return all[Math.min(...on)] ?? all.at(-1)!
  })
  return { top, pages }
}
