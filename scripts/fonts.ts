/**
 * `npm run fonts`: cuts the packaged fonts of deck and addon down to the characters, weights and features in use: those
 * that slides and notes have, and those a writer reaches for next. The talk's tests say when that is due.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { globSync } from 'tinyglobby'
import { array, boolean, number, record, strictObject, string, union } from 'zod'
import { runCommand } from '../addon/cli/process'
import { readYaml } from '../addon/deck/yaml'
import { writeWhole } from '../addon/pdf/write'

const axis = union([number(), strictObject({ min: number(), max: number() })])
/** What stands in a fonts.yaml beside the fonts, by the name of each. */
const cuts = record(string(), strictObject({
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
}))

/** All of Latin that a text needs, but for marks of code: with its arrows, a fifth of a font. */
const LATIN = '[\u0020-\u00FF\u0131\u0152\u0153\u2000-\u206F]'
const PROSE = `(?![#$*<=>[\\\\\\]^_\`{|}~])${LATIN}`
/** At hand without cutting anew; without the soft hyphen, which is not drawn, and \u0149, which Unicode gave up. */
const letters = (first: number, last: number) =>
  Array.from({ length: last - first }, (_, i) => String.fromCharCode(first + i)).join('').replace(/[\u00AD\u0149]/g, '')
const ALWAYS = `${letters(0x20, 0x7F)}\u00A0“”‘’–—…·×©éàáè`
/** Features that a browser applies unasked (CSS Fonts 4, 7.1); a font's many others bring glyphs that nobody sees. */
const UNASKED = ['ccmp', 'rlig', 'liga', 'clig', 'calt', 'locl', 'kern', 'mark', 'mkmk']

runCommand(async () => {
  const { resolve } = createRequire(import.meta.url)
  // Every file that can put a character on a slide or in a note.
  const text = globSync(['*.{md,vue,yaml}', '{pages,components,layouts}/**/*.{md,vue,ts}', '!README.md'])
    .map(file => readFileSync(file, 'utf8')).join('\n')
  for (const list of globSync('**/fonts.yaml', { ignore: ['**/{node_modules,dist,out,tests}/**'] })) {
    for (const [name, { from, axes, features = [], whole, characters }] of Object.entries(readYaml(list, cuts))) {
      const served = new RegExp(`^${characters ?? (whole ? LATIN : PROSE)}$`, 'u')
      const all = new Set(ALWAYS + (whole ? letters(0xA0, 0x180) : '') + text)
      const used = [...all].filter(letter => served.test(letter)).sort().join('')
      const font = await subsetFont(readFileSync(resolve(from)), used, {
        targetFormat: 'woff2',
        variationAxes: axes,
        keepFeatures: whole ? undefined : [...UNASKED, ...features],
      })
      const file = join(dirname(list), `${name}.woff2`)
      await writeWhole(file, font)
      console.log(`${file}  ${(font.length / 1024).toFixed(1)} KB`)
    }
  }
})
