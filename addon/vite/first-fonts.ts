/** The few glyphs that the first view needs, cut from the deck's own fonts when it is built. */
import { Window } from 'happy-dom'
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

interface Lettering { families: string, weight: number, text: string }

/** What the view writes, by the family and weight it is written in. */
async function lettering(view: string, css: string): Promise<Lettering[]> {
  const window = new Window()
  const { document } = window
  // Without sizes that follow from one another, in whose circles happy-dom runs for ever (no upstream thread found).
  document.head.innerHTML = `<style>${css.replace(/--[\w-]+:(?=[^;}]*(?:calc|scale))[^;}]*/g, '')}</style>`
  document.body.innerHTML = view
  const drawn = css.match(/content:\s*(["']).*?\1/g)?.join('') ?? ''
  const found = [...document.querySelectorAll('[data-first-view] *')].map((element) => {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent).join('').trim()
    const { fontFamily, fontWeight } = window.getComputedStyle(element)
    return { families: fontFamily, weight: Number(fontWeight) || (fontWeight.startsWith('bold') ? 700 : 400), text: own && own + drawn }
  })
  await window.happyDOM.close()
  return found.filter(({ text }) => text)
}

/** @param text each character counts once @returns a `unicode-range` */
const range = (text: string) => [...new Set(text)].map(char => `U+${char.codePointAt(0)!.toString(16)}`).join(',')

/** Those characters that a face says it is for. */
function within(rule: string, text: string): string {
  const ranges = rule.match(/unicode-range:\s*([^;}]+)/)?.[1]!.split(',').map((range) => {
    const [from, to = from] = range.trim().slice(2).split('-')
    return [from!.replaceAll('?', '0'), to!.replaceAll('?', 'F')].map(hex => Number.parseInt(hex, 16)) as [number, number]
  })
  return [...text].filter(char => ranges?.some(([from, to]) => char.codePointAt(0)! >= from && char.codePointAt(0)! <= to) ?? true).join('')
}

/** A face that holds only what is written in it; nothing where nothing is. */
async function few(rule: string, font: Uint8Array, written: Lettering[]): Promise<string> {
  const family = rule.match(/font-family:\s*["']?([^;"'}]+)/)![1]!.trim()
  const [from = 400, to = from] = rule.match(/font-weight:\s*([\d ]+)/)?.[1]!.split(' ').map(Number) ?? []
  const its = written.filter(({ families, weight }) => families.includes(family) && (from === to || (weight >= from && weight <= to)))
  const text = within(rule, its.map(({ text }) => text).join(''))
  if (!text.trim())
    return ''
  const held = text + within(rule, MEASURED)
  // A font with one weight in use needs no others.
  const weights = new Set(its.map(({ weight }) => weight))
  const variationAxes = from < to && weights.size === 1 ? { wght: [...weights][0]! } : undefined
  const cut = await subsetFont(font, held, { targetFormat: 'woff2', variationAxes })
  return rule.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${cut.toString('base64')})`)
    .replace(/;?unicode-range:[^;}]*/, '').replace(/\}$/, `;unicode-range:${range(held)}}`)
}

/**
 * @param css the built stylesheet
 * @param folder its own, as seen from the page, with a slash at the end
 * @param view what stands in the page, and the rules that it needs
 * @param read gives a file of the build by its name
 */
export async function firstFonts(css: string, folder: string, view: { html: string, css: string }, read: (file: string) => Uint8Array): Promise<Faces> {
  const faces = [...css.matchAll(FACE)].map(([rule, address]) => ({ rule, address: address!, file: new URL(folder + address, 'file:///').pathname.slice(1) }))
  const written = await lettering(view.html, view.css)
  return {
    css: css.replace(FACE, ''),
    whole: faces.map(({ rule, address }) => rule.replace(address, `./${folder}${address.replace(/^\.\//, '')}`)).join(''),
    few: (await Promise.all(faces.map(({ rule, file }) => few(rule, read(file), written)))).join(''),
  }
}
