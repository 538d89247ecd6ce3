/**
 * `deck fonts`: cuts the packaged fonts of deck and addon down to the characters, weights and features in use: those that
 * slides and notes have, and those a writer reaches for next. The talk's tests say when that is due.
 */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { globSync } from 'tinyglobby'
import { array, boolean, number, record, strictObject, string, union } from 'zod'
import { deckRoot } from '../deck/load'
import { readYaml } from '../deck/yaml'
import { writeWhole } from '../pdf/write'

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
const cutsIn = (folder: string) => Object.entries(readYaml(join(folder, 'fonts.yaml'), record(string(), cut)))
  .map(([name, { characters, ...cut }]) => ({
    ...cut,
    file: join(folder, `${name}.woff2`),
    characters: new RegExp(`^${characters ?? (cut.whole ? LATIN : PROSE)}$`, 'u'),
  }))

/** Folders of the deck and of this addon that hold such a list. */
function fontFolders(): string[] {
  const ignore = ['**/{node_modules,dist,out,tests}/**']
  const lists = [deckRoot, fileURLToPath(new URL('..', import.meta.url))]
    .flatMap(cwd => globSync('**/fonts.yaml', { cwd, absolute: true, ignore }))
  return [...new Set(lists)].map(list => dirname(list))
}

/** The text of every file that can put a character on a slide or in a note. */
const deckText = () => globSync(['*.{md,vue,yaml}', '{pages,components,layouts}/**/*.{md,vue,ts}', '!README.md'], { cwd: deckRoot })
  .map(file => readFileSync(join(deckRoot, file), 'utf8')).join('\n')

/** The characters a font is cut to, each once, sorted. */
const glyphsOf = ({ characters, whole }: ReturnType<typeof cutsIn>[number], text: string) =>
  [...new Set(ALWAYS + (whole ? letters(0xA0, 0x180) : '') + text)].filter(character => characters.test(character)).sort().join('')

/** Features that a browser applies unasked (CSS Fonts 4, 7.1); a font's many others bring glyphs that nobody sees. */
const UNASKED = ['ccmp', 'rlig', 'liga', 'clig', 'calt', 'locl', 'kern', 'mark', 'mkmk']

export async function fonts(): Promise<void> {
  const { resolve } = createRequire(join(deckRoot, 'package.json'))
  const text = deckText()

  for (const cut of fontFolders().flatMap(cutsIn)) {
    const font = await subsetFont(await readFile(resolve(cut.from)), glyphsOf(cut, text), {
      targetFormat: 'woff2',
      variationAxes: cut.axes,
      keepFeatures: cut.whole ? undefined : [...UNASKED, ...cut.features ?? []],
    })
    await writeWhole(cut.file, font)
    console.log(`${relative(deckRoot, cut.file)}  ${(font.length / 1024).toFixed(1)} KB`)
  }
}
