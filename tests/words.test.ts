import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { filesIn, texts } from '../addon/tests/support/files'

/**
 * The post's own words stay in the post. Its text is not here; the fixture
 * holds, for every eight of its words in a row, lower-cased and joined by one
 * space, the first eight hex digits of their SHA-256, sorted.
 */
const LENGTH = 8
const { default: known } = await import('./fixtures/post-shingles.json')

const hash = (words: string) => createHash('sha256').update(words).digest('hex').slice(0, 8)

/** Every eight words in a row of a text, as heard: click marks and tags are no words, typographic apostrophes count as plain ones. */
function shingles(text: string): string[] {
  const words = text.toLowerCase().replace(/\[click[^\]]*\]|<[^>\n]+>/g, ' ').replaceAll('’', '\'').match(/[a-z0-9']+/g) ?? []
  return words.slice(LENGTH - 1).map((_, i) => words.slice(i, i + LENGTH).join(' '))
}

function copied(sources: Record<string, string>, post: ReadonlySet<string>): string[] {
  return Object.entries(sources).flatMap(([path, text]) => shingles(text)
    .filter(words => post.has(hash(words)))
    .map(words => `${path}: “${words}” stands in the post; say it in other words.`))
}

describe('the post’s words', () => {
  it('stand nowhere more than seven in a row', async () => {
    const files = (await filesIn()).filter(path => /\.(?:md|vue|ts|css|yaml)$/.test(path))
    expect(files.length).toBeGreaterThan(30)
    expect(known.length).toBeGreaterThan(700)
    expect(copied(await texts(files), new Set(known))).toEqual([])
  })

  it('are found where eight stand in a row, across lines and marks', () => {
    const post = new Set([hash('it\'s one two three four five six seven')])
    expect(copied({ 'a.md': 'Well, it’s *one*\ntwo <b>three</b> — four.\n\n[click] Five six. Seven!' }, post)).toEqual([expect.stringContaining('a.md: “it\'s one two')])
    expect(copied({ 'a.md': 'it’s one two three four five six' }, post)).toEqual([])
  })
})
