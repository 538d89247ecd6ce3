/**
 * `deck fonts`: cuts the packaged fonts of deck and addon down to the characters, weights and features in use.
 * A test says when that is due.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import subsetFont from 'subset-font'
import { cutsIn, deckText, fontFolders, glyphsOf } from '../deck/fonts'
import { deckRoot } from '../deck/load'
import { writeWhole } from '../pdf/write'

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
