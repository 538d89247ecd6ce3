/** Which characters the deck's packaged fonts are cut to: those in use, and those a writer reaches for next. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { array, boolean, number, record, strictObject, string, union } from 'zod'
import { deckRoot } from './load'
import { readYaml } from './yaml'

export interface Cut {
  /** The font to write. */
  file: string
  /** The file to cut it from, inside a package. */
  from: string
  /** Axes of a variable font, fixed or narrowed. */
  axes?: Record<string, number | { min: number, max: number }>
  /** Features that the styles ask for, by their four letters; a browser applies a few unasked. */
  features?: string[]
  /** One of the characters it serves. */
  characters: RegExp
  /** Whether it holds all letters of Latin scripts, and all features, whoever's deck it is. */
  whole?: boolean
}

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
/** At hand without cutting anew: Latin letters and the punctuation a typographer asks for. */
const ALWAYS = `${ascii}\u00A0“”‘’–—…·×©éàáè`
/** But for the soft hyphen, which is not drawn, and \u0149, which Unicode gave up. */
const LETTERS = Array.from({ length: 0xE0 }, (_, i) => String.fromCharCode(0xA0 + i)).join('').replace(/[\u00AD\u0149]/g, '')
const LATIN = '[\u0020-\u00FF\u0131\u0152\u0153\u2000-\u206F]'
/** Marks of code, which a slide's source is full of and its picture is not: with its arrows, a fifth of a font. */
const CODE = /[#$*<=>[\\\]^_`{|}~]/
/** LATIN without them. */
const PROSE = `(?!${CODE.source})${LATIN}`

const axis = union([number(), strictObject({ min: number(), max: number() })])
const schema = record(string(), strictObject({ from: string(), axes: record(string(), axis).optional(), features: array(string().length(4)).optional(), characters: string().optional(), whole: boolean().optional() }))

/**
 * @param folder where the fonts stand, with the list of their cuts, fonts.yaml
 * @throws a line for each wrong field of that list
 */
export function cutsIn(folder: string): Cut[] {
  return Object.entries(readYaml(join(folder, 'fonts.yaml'), schema)).map(([name, { characters, ...cut }]) =>
    ({ ...cut, file: join(folder, `${name}.woff2`), characters: new RegExp(`^${characters ?? (cut.whole ? LATIN : PROSE)}$`, 'u') }))
}

/** Folders of the deck and of this addon that hold such a list. */
export function fontFolders(): string[] {
  const roots = [deckRoot, fileURLToPath(new URL('..', import.meta.url))]
  const lists = roots.flatMap(cwd => globSync('**/fonts.yaml', { cwd, absolute: true, ignore: ['**/{node_modules,dist,out,tests}/**'] }))
  return [...new Set(lists)].map(list => dirname(list))
}

/** Without code's comments, which are never drawn; HTML's stay, since notes are such. */
const uncommented = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/\s.*$/gm, '')

/** The text of every file that can put a character on a slide or in a note. */
export function deckText(): string {
  const files = globSync(['*.md', '*.vue', '*.yaml', '{pages,components,layouts}/**/*.{md,vue,ts}', '!README.md'], { cwd: deckRoot })
  return files.map(file => uncommented(readFileSync(join(deckRoot, file), 'utf8'))).join('\n')
}

/** The characters a font is cut to, each once, sorted. */
export function glyphsOf({ characters, whole }: Cut, text: string): string {
  return [...new Set(ALWAYS + (whole ? LETTERS : '') + text)].filter(character => characters.test(character)).sort().join('')
}

/** Characters that none of the fonts serves, but for line ends and marks of code: where one is drawn, a browser sees it. */
export function unserved(cuts: readonly Cut[], text: string): string[] {
  return [...new Set(text)].filter(character => !/[\n\t]/.test(character) && !CODE.test(character) && !cuts.some(cut => cut.characters.test(character)))
}
