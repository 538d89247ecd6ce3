/** The machinery in addon/ serves any deck: it names nothing of this one. */
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { loadDeck } from '../addon/deck/load'
import { loadLedger } from '../addon/deck/ledger'
import { talk } from '../talk'
import { filesIn, texts } from '../addon/tests/support/files'

const { headmatter, slides } = await loadDeck()
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const components = (await filesIn('components')).map(path => basename(path).replace(/\.\w+$/, '')).filter(name => /^[A-Z]/.test(name))
const sections = headmatter.sections!.filter(({ number }) => number).map(({ id }) => id)

/** Words that only this talk says; ids of numbered sections are common words, and count where code would name one. */
const own = new RegExp([
  ...[headmatter.exportFilename, headmatter.title.split(':')[0], ...talk.author.name.match(/\p{L}{4,}/gu)!, 'DeepSeek'].map(word => `\\b${escaped(word)}\\b`),
  ...[...components, ...Object.keys(loadLedger('slides.md')!)].map(name => `\\b${escaped(name)}\\b`),
  ...Object.keys(headmatter.notesAutoRuby),
  ...slides.filter(({ no, frontmatter }) => no > 1 && frontmatter.layout !== 'section').map(({ title }) => escaped(title)),
  `(?:['"]|--)(?:${sections.join('|')})\\b`,
].join('|'), 'iu')

const naming = (sources: Record<string, string>) => Object.entries(sources).flatMap(([path, text]) =>
  text.split('\n').flatMap((line, i) => own.test(line) ? [`${path}:${i + 1} names “${own.exec(line)![0]}”: take it from the deck.`] : []))

it('the addon names nothing of this talk', async () => {
  const files = (await filesIn('addon')).filter(path => /\.(?:ts|vue|css|json|md|html)$/.test(path))
  expect(files.length).toBeGreaterThan(50)
  expect(naming(await texts(files))).toEqual([])
})

it('would be found naming it', () => {
  expect(naming({ 'addon/a.ts': 'const name = \'out/fluffless.pdf\'\nsectionById(\'talent\')\ncolor: var(--people)\n// how people work' })).toHaveLength(3)
})
