/** What is wrong with a deck, a line each: not its taste, which is the tests' matter, but what its audience would meet. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadLedger, unknownClaims } from './ledger'
import { loadDeck } from './load'
import { assetsUsed } from './rules/files'
import { markedClicks, noteClicks } from './rules/notes'
import { checkSlides, unless, type Rule } from './rules/rule'
import { noPhantom } from './rules/slides'
import { readWithSchema } from './yaml'

/** Without code that is shown as such. */
const prose = (markdown: string) => markdown.replace(/^```[\s\S]*?^```/gm, '')

/** @param root folder of the deck, with its `public/` */
const missingPictures = (root: string): Rule => ({ content, frontmatter }) =>
  assetsUsed({ slide: `${prose(content)}\n${JSON.stringify(frontmatter)}` })
    .filter(({ path }) => path.startsWith('public/') && !existsSync(join(root, path)))
    .map(({ path }) => `uses ${path}, which does not exist.`)

const picturesBeside: Rule = ({ content, file }) =>
  [...prose(content).matchAll(/!\[[^\]]*\]\((\.{1,2}\/[^\s)]+)/g)]
    .filter(([, path]) => !existsSync(join(dirname(file), path!)))
    .map(([, path]) => `uses ${path}, which does not exist.`)

/** What follows would be neither shown nor spoken. */
const openComment: Rule = ({ content }) =>
  unless(!prose(content).replace(/<!--[\s\S]*?-->/g, '').includes('<!--'), 'a comment is not closed; end it with -->.')

/** A note without any marker is as good; one with too few or too many loses the speaker. */
const wrongClicks: Rule = (slide, deck) => markedClicks(slide.note) ? noteClicks(slide, deck) : []

/** What reading gave, or the lines of what stood in its way. */
const linesOf = (check: () => Promise<string[]>) => check().catch((error: Error) => error.message.split('\n'))

/**
 * @param entry path of the deck's entry file
 * @returns one line a fault, naming slide and line, or file and field
 */
export async function deckFaults(entry: string): Promise<string[]> {
  const root = dirname(entry)
  const texts = readdirSync(root).filter(file => file.endsWith('.schema.ts')).map(file => join(root, file.replace('.schema.ts', '.yaml')))
  const found = await Promise.all([
    ...texts.map(file => linesOf(async () => (await readWithSchema(file), []))),
    linesOf(async () => {
      const deck = await loadDeck(entry)
      return checkSlides(deck, [noPhantom, openComment, wrongClicks, missingPictures(root), picturesBeside])
    }),
    linesOf(async () => {
      const ledger = loadLedger(entry)
      return ledger ? unknownClaims(await loadDeck(entry), ledger) : []
    }),
  ])
  return [...new Set(found.flat())]
}
