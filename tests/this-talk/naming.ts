/** Words that only this talk says: its name, its author's, its claims', its figures'. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { loadLedger } from '../../addon/deck/ledger'
import { loadDeck } from '../../addon/deck/load'
import { talk } from '../../talk'

const { headmatter } = await loadDeck()
const own = [
  headmatter.exportFilename, 'DeepSeek', ...talk.author.name.match(/\p{L}{4,}/gu)!,
  ...Object.keys(loadLedger('slides.md') ?? {}), ...Object.keys(headmatter.notesAutoRuby),
  ...globSync('components/figures/*.vue').map(path => basename(path, '.vue')),
]
export const ownWords = new RegExp(`(?<![\\p{L}-])(?:${own.join('|')})(?![\\p{L}-])`, 'iu')

/** @returns where a folder's files hold such a word, and which */
export function naming(cwd: string): string[] {
  const kinds = '**/*.{ts,vue,css,js,json,md,html,mjs,svg,webmanifest,yaml}'
  const texts = globSync(kinds, { cwd, ignore: '**/node_modules/**' })
  return texts.flatMap(path => readFileSync(join(cwd, path), 'utf8').split('\n')
    .flatMap((line, i) => ownWords.test(line) ? `${path}:${i + 1}: ${ownWords.exec(line)![0]}` : []))
}
