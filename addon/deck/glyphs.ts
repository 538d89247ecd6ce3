/** Which characters the deck may use: the ones its self-hosted fonts carry. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deckRoot } from './load'

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
/** Latin letters and the punctuation a typographer asks for. */
export const LATIN = `${ascii}\u00A0“”‘’–—…·×©éàáè`
/** Pinyin's letters outside Latin-1: Inter's alone, since Newsreader lacks half of them; set readings in the sans. */
export const LATIN_EXT = 'āēīōūǎěǐǒǔ'

/** The text of every file that can put a character on a slide or in a note. */
export async function deckText(): Promise<string> {
  const folders = ['pages', 'components', 'layouts']
  const listed = await Promise.all(folders.map(async dir =>
    (await readdir(join(deckRoot, dir), { recursive: true }))
      .filter(file => /\.(md|vue|ts)$/.test(file))
      .map(file => `${dir}/${file}`)))
  const files = ['slides.md', 'slide-top.vue', 'claims.yaml', 'talk.yaml', ...listed.flat()]
  return (await Promise.all(files.map(file => readFile(join(deckRoot, file), 'utf8')))).join('\n')
}

/** Every Chinese character and CJK punctuation mark in the deck, each once, sorted. */
export async function hanInUse(): Promise<string> {
  const found = (await deckText()).match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/gu) ?? []
  return [...new Set(found)].sort().join('')
}
