/** Which characters the deck's packaged fonts are cut to: those in use, and those a writer reaches for next. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { array, boolean, number, record, strictObject, string, union } from 'zod'
import { deckRoot } from './load'
import { readYaml } from './yaml'

const axis = union([number(), strictObject({ min: number(), max: number() })])
const cut = strictObject({
  /** The file to cut it from, inside a package. */
  from: string(),
  /** Axes of a variable font, fixed or narrowed. */
  axes: record(string(), axis).optional(),
  /** Features that the styles ask for, by their four letters; a browser applies a few unasked. */
  features: array(string().length(4)).optional(),
  /** A regular expression for one of the characters it serves. */
  characters: string().optional(),
  /** Whether it holds all letters of Latin scripts, and all features, whoever's deck it is. */
  whole: boolean().optional(),
})

/** All of Latin that a text needs, but for marks of code: with its arrows, a fifth of a font. */
const LATIN = '[\u0020-\u00FF\u0131\u0152\u0153\u2000-\u206F]'
const PROSE = `(?![#$*<=>[\\\\\\]^_\`{|}~])${LATIN}`
/** At hand without cutting anew; without the soft hyphen, which is not drawn, and \u0149, which Unicode gave up. */
const letters = (first: number, last: number) =>
  Array.from({ length: last - first }, (_, i) => String.fromCharCode(first + i)).join('').replace(/[\u00AD\u0149]/g, '')
const ALWAYS = `${letters(0x20, 0x7F)}\u00A0“”‘’–—…·×©éàáè`

/**
 * @param folder where fonts stand, with the list of their cuts, fonts.yaml
 * @throws a line for each wrong field of that list
 */
export const cutsIn = (folder: string) => Object.entries(readYaml(join(folder, 'fonts.yaml'), record(string(), cut)))
  .map(([name, { characters, ...cut }]) => ({
    ...cut,
    file: join(folder, `${name}.woff2`),
    characters: new RegExp(`^${characters ?? (cut.whole ? LATIN : PROSE)}$`, 'u'),
  }))

/** Folders of the deck and of this addon that hold such a list. */
export function fontFolders(): string[] {
  const ignore = ['**/{node_modules,dist,out,tests}/**']
  const lists = [deckRoot, fileURLToPath(new URL('..', import.meta.url))]
    .flatMap(cwd => globSync('**/fonts.yaml', { cwd, absolute: true, ignore }))
  return [...new Set(lists)].map(list => dirname(list))
}

/** The text of every file that can put a character on a slide or in a note. */
export const deckText = () => globSync(['*.{md,vue,yaml}', '{pages,components,layouts}/**/*.{md,vue,ts}', '!README.md'], { cwd: deckRoot })
  .map(file => readFileSync(join(deckRoot, file), 'utf8')).join('\n')

/** The characters a font is cut to, each once, sorted. */
export const glyphsOf = ({ characters, whole }: ReturnType<typeof cutsIn>[number], text: string) =>
  [...new Set(ALWAYS + (whole ? letters(0xA0, 0x180) : '') + text)].filter(character => characters.test(character)).sort().join('')
