/** The structure tree (ISO 32000-1, 14.7): Chromium's, made one that every reader knows, and no larger than needed. */
import {
  PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFObject,
} from '@cantoo/pdf-lib'
import type { PaperReport } from '../pages/paper'
import { readStreams, writeStream, type Stream } from './content'

const name = PDFName.of

interface Mark { stream: Stream, id: number }
interface Annotation { annotation: PDFRef, page: PDFRef }
export interface Element { ref: PDFRef, dict: PDFDict, role: string, kids: Kid[] }
type Kid = Element | Mark | Annotation

const isElement = (kid: Kid): kid is Element => 'role' in kid
const isMark = (kid: Kid): kid is Mark => 'stream' in kid

/** Chromium's names on the left came with PDF 2.0, suit a newspaper better than a slide, or ask for a form's field. */
const ROLES: Record<string, string> = { Art: 'Sect', Strong: 'Span', Em: 'Span', Form: 'NonStruct' }
/** What holds blocks and no words of its own. */
const GROUPS = ['Document', 'Sect', 'Div', 'LI', 'LBody', 'BlockQuote']
const INLINE = ['Span', 'Link', 'Code', 'Ruby', 'Quote', 'Reference']

/**
 * @param dropped annotations that are no longer there
 * @returns the file's one top element
 * @throws when the file is not tagged
 */
export function readTree(pdf: PDFDocument, streams: Stream[], dropped?: Set<PDFRef>): Element {
  const root = pdf.catalog.lookup(name('StructTreeRoot'))
  const top = root instanceof PDFDict ? root.get(name('K')) : undefined
  if (!(top instanceof PDFRef))
    throw new Error('The browser made a PDF without tags: take a newer one (CHROMIUM_PATH).')
  const mark = (page: PDFObject | undefined, id: number, form?: PDFObject): Mark[] => {
    const stream = streams.find(stream => stream.page === page && stream.form === form)
    return stream ? [{ stream, id }] : []
  }
  const element = (ref: PDFRef): Element => {
    const dict = pdf.context.lookup(ref, PDFDict)
    const own = dict.get(name('Pg'))
    const kids = dict.lookup(name('K'))
    const all = kids instanceof PDFArray ? kids.asArray() : dict.has(name('K')) ? [dict.get(name('K'))!] : []
    return {
      ref,
      dict,
      role: dict.lookup(name('S'), PDFName).decodeText(),
      kids: all.flatMap((kid): Kid[] => {
        const found = pdf.context.lookup(kid)
        if (found instanceof PDFNumber)
          return mark(own, found.asNumber())
        if (!(found instanceof PDFDict))
          return []
        const page = found.get(name('Pg')) ?? own
        if (found.get(name('Type')) === name('MCR'))
          return mark(page, found.lookup(name('MCID'), PDFNumber).asNumber(), found.get(name('Stm')))
        if (found.get(name('Type')) !== name('OBJR'))
          return [element(kid as PDFRef)]
        const annotation = found.get(name('Obj')) as PDFRef
        return dropped?.has(annotation) ? [] : [{ annotation, page: page as PDFRef }]
      }),
    }
  }
  return element(top)
}

const below = (element: Element): Kid[] => element.kids.flatMap(kid => isElement(kid) ? [kid, ...below(kid)] : [kid])
export const elements = (element: Element): Element[] => below(element).filter(isElement)

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
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict)
  const rootRef = catalog.get(name('StructTreeRoot')) as PDFRef
  const parents = new Map(streams.filter(({ key }) => key >= 0).map(({ key }) => [key, [] as (PDFRef | null)[]]))
  const pageKeys = new Map(streams.filter(({ form }) => !form).map(({ page, key }) => [page, key]))
  const owners = new Map<number, PDFRef>()
  const put = (element: Element, parent: PDFRef) => {
    const page = below(element).find(isMark)?.stream.page
    element.dict.set(name('S'), name(element.role))
    element.dict.set(name('P'), parent)
    page && element.dict.set(name('Pg'), page)
    const kids = element.kids.map((kid) => {
      if (isElement(kid)) {
        put(kid, element.ref)
        return kid.ref
      }
      if (!isMark(kid)) {
        const key = context.lookup(kid.annotation, PDFDict).lookup(name('StructParent'), PDFNumber).asNumber()
        owners.set(key, element.ref)
        return context.obj({ Type: 'OBJR', Obj: kid.annotation, Pg: kid.page })
      }
      const { stream: { key, offset, form, page: own, roles }, id } = kid
      roles.set(id, element.role)
      // By its page's key too: pdf.js knows no other.
      for (const list of new Set([key, pageKeys.get(own)!].map(key => parents.get(key)!))) {
        while (list.length <= id + offset)
          list.push(null)
        list[id + offset] = element.ref
      }
      return own === page && !form
        ? PDFNumber.of(id)
        : context.obj({ Type: 'MCR', Pg: own, MCID: id + offset, ...form && { Stm: form } })
    })
    element.dict.set(name('K'), kids.length === 1 ? kids[0]! : context.obj(kids))
  }
  put(top, rootRef)
  const lists = [...parents].map(([key, list]) => [key, context.register(context.obj(list as PDFRef[]))] as const)
  const all = [...lists, ...owners]
  root.set(name('ParentTree'), context.register(context.obj({ Nums: all.sort(([a], [b]) => a - b).flat() })))
}

/**
 * Mends the file's tags in place, and marks everything else as artifacts.
 * @param dropped annotations that are no longer there
 * @param slides those printed, in order; a blank one holds nothing that Chromium tags
 * @returns the page that each slide begins on, in order
 * @throws when the file's sections are not one for each slide
 */
export function mendTags(pdf: PDFDocument, dropped: Set<PDFRef>, slides: PaperReport['slides']): PDFRef[] {
  const streams = pdf.getPages().flatMap(page => readStreams(pdf, page))
  const before = readTree(pdf, streams, dropped)
  const [top] = tidy(pdf, before, '') as [Element]
  const kept = new Set([top, ...elements(top)].map(({ ref }) => ref))
  elements(before).filter(({ ref }) => !kept.has(ref)).forEach(({ ref }) => pdf.context.delete(ref))
  write(pdf, top, streams)
  streams.forEach(stream => writeStream(pdf, stream))

  const sections = top.kids.filter(isElement).filter(({ role }) => role === 'Sect')
  const tagged = slides.filter(({ blank }) => !blank)
  if (sections.length !== tagged.length)
    throw new Error(`${sections.length} of ${tagged.length} slides are tagged: take a newer browser (CHROMIUM_PATH).`)
  sections.forEach(({ dict }, i) => dict.set(name('T'), PDFHexString.fromText(tagged[i]!.headline)))
  const pages = pdf.getPages().map(({ ref }) => ref)
  let next = 0
  return slides.map(({ blank }) => {
    const on = blank ? [next] : below(sections.shift()!).filter(isMark).map(({ stream }) => pages.indexOf(stream.page))
    next = Math.max(...on) + 1
    return pages[Math.min(...on)] ?? pages.at(-1)!
  })
}
