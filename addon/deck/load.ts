/** The deck as data: what `slides.md` and its pages say, read through Slidev's own parser. */
import { dirname, relative, resolve } from 'node:path'
import { load } from '@slidev/parser/fs'
import { fileFaults, noYaml } from './fields'
import type { Headmatter } from './headmatter'

/** Where the deck's `slides.md` and `package.json` stand: npm runs every command there. */
export const deckRoot = process.cwd()

export interface DeckSlide {
  /** 1-based, as in the address and the foot. */
  no: number
  /** The headline: the slide's one H1. */
  title: string
  frontmatter: Record<string, any>
  /** Markdown without the note. */
  content: string
  /** The note as written, `[click]` markers and all; empty where there is none. */
  note: string
  /** The file it stands in, and the line it begins at, 1-based. */
  file: string
  line: number
}

export interface Deck {
  headmatter: Record<string, any> & Headmatter
  slides: DeckSlide[]
}

/** How a problem names a slide: by number, file and line, from the deck's root. */
export function where(slide: DeckSlide): string {
  return `slide ${slide.no} (${relative(deckRoot, slide.file)}:${slide.line})`
}

/** Why nothing could be read at all, in a line. */
function unread(error: NodeJS.ErrnoException, entry: string): Error {
  if (error.code === 'ENOENT')
    return new Error(`There is no ${relative(deckRoot, entry)}: run this in the deck's folder, or name its entry file.`)
  // Inside Slidev's own process the headmatter is read once more, before the rest.
  return error.name === 'YAMLParseError' ? new Error(`${relative(dirname(entry), entry)}:1: ${noYaml(error)}`) : error
}

/**
 * @param entry path of the deck's entry file
 * @throws when a file cannot be parsed or an imported page is missing, naming the file
 */
export async function loadDeck(entry = resolve(deckRoot, 'slides.md')): Promise<Deck> {
  const root = dirname(resolve(entry))
  const data = await load({ roots: [root], userRoot: root }, resolve(entry)).catch((error) => {
    throw unread(error, resolve(entry))
  })
  const faults = fileFaults(data.markdownFiles, root)
  if (faults.length)
    throw new Error(faults.join('\n'))
  return {
    headmatter: data.headmatter,
    slides: data.slides.map((slide, index) => ({
      no: index + 1,
      title: slide.title ?? '',
      frontmatter: slide.frontmatter,
      content: slide.content,
      note: slide.note ?? '',
      file: slide.source.filepath,
      line: slide.source.start + 1,
    })),
  }
}

/** What made files are called, without their ending: the headmatter's `exportFilename`. */
export async function exportName(): Promise<string> {
  return (await loadDeck()).headmatter.exportFilename ?? 'slides'
}
