import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import subsetFont from 'subset-font'
import { describe, expect, it } from 'vitest'
import { deckRoot } from '../addon/deck/load'
import { deckText, hanInUse, LATIN, LATIN_EXT } from '../addon/deck/glyphs'
import { filesIn, texts } from '../addon/tests/support/files'

/** HarfBuzz, as the subsetter brings it. */
interface HarfBuzz {
  Blob: new (data: Uint8Array) => object
  Face: new (blob: object) => { collectUnicodes: () => Uint32Array }
}
const subsetter = createRequire(import.meta.resolve('subset-font'))
const { Blob: FontBlob, Face }: HarfBuzz = await import(pathToFileURL(subsetter.resolve('harfbuzzjs')).href)

const fonts = (await filesIn('styles/fonts')).filter(path => path.endsWith('.woff2'))
const han = await hanInUse()

/** What a font file is cut to hold, by its name. */
function due(file: string): string {
  return file.includes('noto-serif-sc') ? han : file.includes('-ext') ? LATIN_EXT : LATIN
}

/** Characters of `text` that a font file's own character map lacks. */
async function lacking(file: string, text: string): Promise<string[]> {
  // HarfBuzz reads no WOFF2: cutting the font to the same characters unpacks it.
  const unpacked = await subsetFont(await readFile(join(deckRoot, file)), text, { targetFormat: 'truetype' })
  const held = new Set(new Face(new FontBlob(unpacked)).collectUnicodes())
  return [...text].filter(character => !held.has(character.codePointAt(0)!))
}

/** Without code's comments, which are never drawn; HTML's stay, since notes are such. */
const uncommented = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/\s.*$/gm, '')

/** Characters that no self-hosted font carries; line ends and tabs are not drawn. */
function foreign(text: string, carried: string): string[] {
  const known = new Set(`${carried}\n\t`)
  return [...new Set(text)].filter(character => !known.has(character))
}

describe('the fonts', () => {
  it('carry every character of slides and notes', async () => {
    expect(foreign(uncommented(await deckText()), LATIN + LATIN_EXT + han)).toEqual([])
  })

  it('are those that the stylesheet names', async () => {
    const css = (await texts(['styles/fonts.css']))['styles/fonts.css']!
    expect(fonts.map(path => path.replace('styles', '.')).sort())
      .toEqual([...css.matchAll(/url\('([^']+)'/g)].map(found => found[1]).sort())
    expect(fonts).toHaveLength(4)
  })

  it.each(fonts)('%s holds the glyphs it is cut for', async (file) => {
    expect(await lacking(file, due(file))).toEqual([])
  })

  it('would miss a character added since `npm run fonts`', async () => {
    expect(await lacking('styles/fonts/noto-serif-sc.woff2', `${han}龘`)).toEqual(['龘'])
    expect(foreign('naïve → 百', LATIN)).toEqual(['ï', '→', '百'])
  })
})
