import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import subsetFont from 'subset-font'
import { describe, expect, it } from 'vitest'
import { cutsIn, deckText, fontFolders, glyphsOf, unserved } from '../addon/deck/fonts'
import { filesIn, texts } from '../addon/tests/support/files'

/** HarfBuzz, as the subsetter brings it. */
interface HarfBuzz {
  Blob: new (data: Uint8Array) => object
  Face: new (blob: object) => { collectUnicodes: () => Uint32Array }
}
const subsetter = createRequire(import.meta.resolve('subset-font'))
const { Blob: FontBlob, Face }: HarfBuzz = await import(pathToFileURL(subsetter.resolve('harfbuzzjs')).href)

const folders = fontFolders().map(folder => relative('.', folder))
const cuts = folders.flatMap(cutsIn)
const own = cutsIn('styles/fonts')
const text = deckText()

/** Characters of `text` that a font file's own character map lacks. */
async function lacking(file: string, text: string): Promise<string[]> {
  // HarfBuzz reads no WOFF2: cutting the font to the same characters unpacks it.
  const unpacked = await subsetFont(await readFile(file), text, { targetFormat: 'truetype' })
  const held = new Set(new Face(new FontBlob(unpacked)).collectUnicodes())
  return [...text].filter(character => !held.has(character.codePointAt(0)!))
}

describe('the fonts', () => {
  it('serve every character of slides and notes', () => {
    expect(unserved(own, text).map(character => `No font serves “${character}”: write another character, or serve it in styles/fonts/fonts.yaml.`)).toEqual([])
    expect(unserved(own, 'naïve → 百')).toEqual(['→'])
  })

  it.each(cuts.map(cut => [cut.file, cut] as const))('%s holds what it is cut for', async (file, cut) => {
    expect((await lacking(file, glyphsOf(cut, text))).map(character => `${file} lacks “${character}”: run \`npm run fonts\`.`)).toEqual([])
  })

  it('are those that the stylesheets name, and those that are cut', async () => {
    expect(folders).toContain('styles/fonts')
    for (const folder of folders) {
      const beside = dirname(folder)
      const css = Object.values(await texts((await filesIn(beside)).filter(path => dirname(path) === beside && path.endsWith('.css')))).join('\n')
      const named = [...css.matchAll(/url\('\.\/fonts\/([^']+)'/g)].map(found => found[1]!)
      const files = (await filesIn(folder)).filter(path => path.endsWith('.woff2')).map(path => basename(path)).sort()
      expect([...new Set(named)].sort()).toEqual(files)
      expect(cutsIn(folder).map(({ file }) => basename(file)).sort()).toEqual(files)
    }
  })

  it('would miss a character added since `npm run fonts`', async () => {
    const han = cuts.find(({ file }) => file.includes('noto'))!
    expect(await lacking(han.file, glyphsOf(han, `${text}龘`))).toEqual(['龘'])
  })
})
