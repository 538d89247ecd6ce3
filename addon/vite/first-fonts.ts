/** The few glyphs that the first view needs, cut from the deck's own fonts when it is built. */
import subsetFont from 'subset-font'

/** A font that stands in a file of its own, as the build writes it. */
const FACE = /@font-face\s*\{[^}]*?url\(["']?(?!data:)([^"')]+\.woff2)["']?\)[^}]*\}/g

/**
 * By these letters FreeType's automatic hinter, which Linux draws with, measures a font's heights (afblue.dat): without
 * them it would draw others by a pixel's part higher or lower than the whole font does.
 */
const MEASURED = 'THEZOCQSLUfijkdbhuvxzroescnpqgjy'

export interface Faces {
  /** The stylesheet without the faces it moves to the page. */
  css: string
  /** Those faces, with addresses as seen from the page. */
  whole: string
  /** The same faces again, holding the glyphs alone: to stand after `whole`, so that they win until they are taken away. */
  few: string
}

/** @param text each character counts once @returns a `unicode-range` */
const range = (text: string) => [...new Set(text)].map(char => `U+${char.codePointAt(0)!.toString(16)}`).join(',')

/**
 * @param css the built stylesheet
 * @param folder its own, as seen from the page, with a slash at the end
 * @param text everything the first view writes
 * @param read gives a file of the build by its name
 */
export async function firstFonts(css: string, folder: string, text: string, read: (file: string) => Uint8Array): Promise<Faces> {
  const faces = [...css.matchAll(FACE)].map(([rule, address]) => ({ rule, address: address!, file: new URL(folder + address, 'file:///').pathname.slice(1) }))
  // A face with a range of its own is for other scripts; a family for paper is drawn by no slide.
  const drawn = faces.filter(({ rule }) => !/unicode-range|font-family:\s*["']?[^;]*\bPaper\b/.test(rule))
  const few = await Promise.all(drawn.map(async ({ rule, file }) => {
    const font = await subsetFont(Buffer.from(read(file)), text + MEASURED, { targetFormat: 'woff2' })
    return rule.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${font.toString('base64')})`).replace(/\}$/, `;unicode-range:${range(text + MEASURED)}}`)
  }))
  return {
    css: css.replace(FACE, ''),
    whole: faces.map(({ rule, address }) => rule.replace(address, `./${folder}${address.replace(/^\.\//, '')}`)).join(''),
    few: few.join(''),
  }
}
