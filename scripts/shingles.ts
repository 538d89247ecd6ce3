/**
 * `npm run shingles source.txt`: writes tests/shingles.json, by which `npm test` knows a source's own words without
 * holding its text: for every eight of its words in a row the first eight hex digits of their SHA-256, sorted.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LENGTH = 8

/** As heard: a contraction is the words it stands for. */
const SPELT: [RegExp, string][] = [
  [/\bcan(?:no|['’])t\b/g, 'can not'],
  [/\bwon['’]t\b/g, 'will not'],
  [/n['’]t\b/g, ' not'],
  [/\blet['’]s\b/g, 'let us'],
  [/\b(it|he|she|that|there|here|what|who|where|how)['’]s\b/g, '$1 is'],
  [/['’]re\b/g, ' are'],
  [/['’]ve\b/g, ' have'],
  [/['’]ll\b/g, ' will'],
  [/['’]d\b/g, ' would'],
  [/['’]m\b/g, ' am'],
]

/** @returns a text's words: without marks, tags and capitals, contractions spelt out */
export function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replace(/\[click[^\]]*\]|<[^>\n]+>/g, ' ')
  const spelt = SPELT.reduce((text, [from, to]) => text.replace(from, to), plain)
  return spelt.replaceAll('’', '\'').match(/[a-z0-9']+/g) ?? []
}

/** @returns every eight words in a row, with the hash of each */
export function shinglesOf(text: string): { words: string, hash: string }[] {
  const words = wordsOf(text)
  return words.slice(LENGTH - 1).map((_, i) => words.slice(i, i + LENGTH).join(' '))
    .map(words => ({ words, hash: createHash('sha256').update(words).digest('hex').slice(0, 8) }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [source] = process.argv.slice(2)
  if (!source) {
    console.error('Usage: npm run shingles SOURCE.txt')
    process.exit(1)
  }
  const hashes = [...new Set(shinglesOf(readFileSync(source, 'utf8')).map(({ hash }) => hash))].sort()
  const rows = Array.from({ length: Math.ceil(hashes.length / 10) }, (_, i) => hashes.slice(i * 10, i * 10 + 10))
  const lines = rows.map(row => row.map(hash => `"${hash}"`).join(', '))
  writeFileSync('tests/shingles.json', `[\n${lines.join(',\n')}\n]\n`)
  console.log(`tests/shingles.json: ${hashes.length} runs of ${LENGTH} words`)
}
