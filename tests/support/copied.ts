/** The source's own words stay in the source: its hashes, by `npm run shingles`, tell them. */
import { existsSync, readFileSync } from 'node:fs'
import { shinglesOf, wordsOf } from '../../scripts/shingles'

const FILE = 'tests/shingles.json'
const known = new Set<string>(existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [])

/** The line, 1-based, of a text's nth word. */
function lineOf(text: string, nth: number): number {
  const lines = text.split('\n')
  return lines.findIndex((_, i) => wordsOf(lines.slice(0, i + 1).join('\n')).length > nth) + 1
}

/**
 * @param texts by where they stand
 * @param source its hashes
 * @returns a line for each eight words in a row that stand in the source too
 */
export function copied(texts: Record<string, string>, source = known): string[] {
  return Object.entries(texts).flatMap(([place, text]) => shinglesOf(text).flatMap(({ words, hash }, nth) =>
    source.has(hash)
      ? `${place}, line ${lineOf(text, nth)}: “${words}” stands in the source; say it in other words.`
      : []))
}
