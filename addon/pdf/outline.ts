/** Bookmarks (ISO 32000-1, 12.3.3): one for each slide, under its section's. */
import { PDFHexString, PDFName, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'

const name = PDFName.of

export interface Bookmark {
  title: string
  page: PDFRef
  children: Bookmark[]
}

/**
 * @param slides in order, each with its section's name, if it has one
 * @returns a bookmark for each run of slides of one section, the slides' own below it
 */
export function nestBySection(slides: { headline: string, section?: string, page: PDFRef }[]): Bookmark[] {
  const nested: Bookmark[] = []
  for (const { headline, section, page } of slides) {
    const own = { title: headline, page, children: [] }
    if (!section) {
      nested.push(own)
      continue
    }
    if (nested.at(-1)?.title !== section)
      nested.push({ title: section, page, children: [] })
    nested.at(-1)!.children.push(own)
  }
  return nested
}

/** Replaces the file's bookmarks, all of them open. */
export function setOutline(pdf: PDFDocument, bookmarks: Bookmark[]): void {
  const { context } = pdf
  const root = context.nextRef()

  /** Writes siblings; gives the first, the last, and how many lines they show. */
  const write = (siblings: Bookmark[], parent: PDFRef): { First: PDFRef, Last: PDFRef, Count: number } => {
    const refs = siblings.map(() => context.nextRef())
    let shown = siblings.length
    siblings.forEach(({ title, page, children }, i) => {
      const below = children.length ? write(children, refs[i]!) : undefined
      shown += below?.Count ?? 0
      context.assign(refs[i]!, context.obj({
        Title: PDFHexString.fromText(title),
        Parent: parent,
        Dest: [page, 'Fit'],
        ...(i > 0 && { Prev: refs[i - 1]! }),
        ...(i < refs.length - 1 && { Next: refs[i + 1]! }),
        ...below,
      }))
    })
    return { First: refs[0]!, Last: refs.at(-1)!, Count: shown }
  }

  context.assign(root, context.obj({ Type: 'Outlines', ...write(bookmarks, root) }))
  pdf.catalog.set(name('Outlines'), root)
  pdf.catalog.set(name('PageMode'), name('UseOutlines'))
}
