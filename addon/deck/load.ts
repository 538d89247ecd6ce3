/** The deck as data: what `slides.md` and its pages say, read through Slidev's own parser. */
import { basename, dirname, relative, resolve } from 'node:path'
import { load } from '@slidev/parser/fs'
import { parseTimeString } from '@slidev/parser/utils'
import type { SlidevMarkdown } from '@slidev/types'
import { fileFaults } from './fields'
import type { Headmatter } from './headmatter'
import { clock, planTalk, standingLine, tolerance, wordsPerMinute, type Plan } from './pacing'
import { noYaml } from './yaml'

/** Where the deck's entry file and `package.json` stand: npm runs every command there. */
export const deckRoot = process.cwd()

export interface DeckSlide {
  /** 1-based, as in the address and the foot. */
  no: number
  /** As Slidev reads it: the frontmatter's `title`, or the first headline. */
  title: string
  frontmatter: Record<string, any>
  /** Id of its section: its own, else that of the slide before. */
  section?: string
  /** Markdown without the note. */
  content: string
  /** The note as written, `[click]` marks and all; empty where there is none. */
  note: string
  /** The file it stands in, and the line it begins at, 1-based. */
  file: string
  line: number
}

export interface Deck {
  headmatter: Record<string, any> & Headmatter
  slides: DeckSlide[]
  /** The files as Slidev parsed them, by path, in the order in which it did. */
  files: Record<string, SlidevMarkdown>
}

/** Something wrong with a deck: a fault where its picture or its talk would be wrong. */
export interface Finding {
  level: 'fault' | 'warning'
  /** One line: slide, file and line, what is wrong, what to do. */
  says: string
}

/** How a finding names a slide: by number, file and line, from the deck's folder. */
export function where({ no, file, line }: Pick<DeckSlide, 'no' | 'file' | 'line'>): string {
  return `slide ${no} (${relative(deckRoot, file)}:${line})`
}

/**
 * The deck as Slidev's parser gives it, right or wrong.
 * @param entry path of the deck's entry file
 * @throws where there is no such file, or its headmatter is no YAML
 */
export async function readDeck(entry: string): Promise<Deck> {
  const root = dirname(resolve(entry))
  const folders = { roots: [root], userRoot: root }
  const file = relative(deckRoot, entry)
  const { headmatter, slides, markdownFiles } = await load(folders, resolve(entry)).catch((error) => {
    if (error.code === 'ENOENT')
      throw new Error(`There is no ${file}: run this in the deck's folder, or name its entry file.`)
    // Inside Slidev's own process the headmatter is read once more, before the rest.
    throw error.name === 'YAMLParseError' ? new Error(`${basename(entry)}:1: ${noYaml(error)}`) : error
  })
  let section: string | undefined
  return {
    headmatter,
    files: markdownFiles,
    slides: slides.map(({ title = '', frontmatter, content, note = '', source: { filepath: file, start } }, i) => ({
      no: i + 1, title: String(title), frontmatter, content, note, file, line: start + 1,
      section: section = frontmatter.section ?? section,
    })),
  }
}

/** As {@link readDeck}. @throws a line for each missing file and each frontmatter that Slidev misreads, too */
export async function loadDeck(entry = resolve(deckRoot, 'slides.md')): Promise<Deck> {
  const deck = await readDeck(entry)
  const faults = fileFaults(deck.files, dirname(resolve(entry)))
  if (faults.length)
    throw new Error(faults.join('\n'))
  return deck
}

/** The talk's plan by the deck's own `duration` and `checks.standing`. */
export function planDeck(deck: Pick<Deck, 'headmatter'> & { slides: Pick<DeckSlide, 'note'>[] }): Plan {
  const { headmatter, slides } = deck
  const { duration = '30min', checks } = headmatter
  return planTalk(slides.map(({ note }) => note), parseTimeString(duration).seconds, standingLine(checks?.standing))
}

/** What is wrong with the announced time, in a line; nothing where the notes fill it. */
export function timeFault(deck: Deck): string | undefined {
  const entry = basename(Object.keys(deck.files)[0]!)
  if (deck.headmatter.duration === undefined)
    return `${entry}: the headmatter has no \`duration\`; write one, as \`duration: 20min\`.`
  const { spoken, duration, fits } = planDeck(deck)
  return fits ? undefined : `${entry}: the notes take ${clock(spoken)} at ${wordsPerMinute} words a minute, more than ${
    tolerance * 100} % off the announced ${clock(duration)}; change them, or \`duration\`.`
}

/** What made files are called, without their ending: the headmatter's `exportFilename`. */
export async function exportName(entry?: string): Promise<string> {
  return (await loadDeck(entry)).headmatter.exportFilename ?? 'slides'
}
