/**
 * Cuts the packaged fonts down to the glyphs and weights in use and writes
 * them to styles/fonts/ and addon/paper/fonts/. Run `npm run fonts` after adding a new character;
 * tests/fonts.test.ts says when that is due.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { hanInUse, LATIN, LATIN_EXT } from '../deck/glyphs'
import { deckRoot } from '../deck/load'

const require = createRequire(import.meta.url)
const out = (name: string) => join(deckRoot, `${name}.woff2`)

/** Headlines stand at 40 px, so Newsreader is fixed at that optical size. */
const headline = { opsz: 40, wght: 500 }
const text = { wght: { min: 400, max: 600 } }

type Cut = [name: string, file: string, glyphs: string, axes?: Record<string, number | { min: number, max: number }>]
const cuts: Cut[] = [
  ['styles/fonts/newsreader', '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2', LATIN, headline],
  ['styles/fonts/inter', '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', LATIN, text],
  ['styles/fonts/inter-ext', '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2', LATIN_EXT, text],
  ['styles/fonts/noto-serif-sc', '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-500-normal.woff2', await hanInUse()],
  // For text on the reading page, see addon/read/read.css.
  ['addon/read/fonts/newsreader-400', '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2', LATIN, { opsz: 18, wght: 400 }],
  // For paper, see addon/paper/paper.css: there a variable font would lose its outlines' names and hints.
  ...[400, 500, 600].map(wght => [`addon/paper/fonts/inter-${wght}`, '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', LATIN, { wght }] as Cut),
  ['addon/paper/fonts/inter-ext', '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2', LATIN_EXT, { wght: 400 }],
]

for (const [name, file, glyphs, variationAxes] of cuts) {
  const font = await subsetFont(await readFile(require.resolve(file)), glyphs, { targetFormat: 'woff2', variationAxes })
  await writeFile(out(name), font)
  console.log(`${name}.woff2  ${(font.length / 1024).toFixed(1)} KB`)
}
