/** The source's own words stay in the source: its hashes, by `npm run shingles`, tell them. */
import { existsSync, readFileSync } from 'node:fs'
import { shinglesOf } from '../../scripts/shingles'

const FILE = 'tests/shingles.json'
const known = new Set<string>(existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [])

/**
 * @param texts by where they stand
 * @param source its hashes
 * @returns a line for each eight words in a row that stand in the source too
 */
export function copied(texts: Record<string, string>, source = known): string[] {
  return Object.entries(texts).flatMap(([place, text]) => shinglesOf(text).filter(({ hash }) => source.has(hash))
    .map(({ words }) => `${place}: “${words}” stands in the source; say it in other words.`))
}
