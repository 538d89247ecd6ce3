import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkLedger, loadLedger, unseenWords } from '../deck/ledger'
import { deckOf, slide } from './support/deck'

const ledger = { 'drift-two': { section: 'drift', says: 'Two currents meet there.' } }

it('passes a sound deck', () => {
  expect(checkLedger(deckOf(slide()), ledger)).toEqual([])
  expect(checkLedger(deckOf(slide(), slide({}, { source: 'ours', claims: undefined })), ledger)).toEqual([])
})

it.each([
  ['an unknown claim', slide({}, { claims: ['drift-two', 'drift-tow'] }), 'slide 2 (pages/drift.md:5): unknown claim "drift-tow"'],
  ['an id that every object has', slide({}, { claims: ['drift-two', 'constructor'] }), 'unknown claim "constructor"'],
  ['a slide of ours that claims the post', slide({}, { source: 'ours' }), 'source is ours, yet it claims "drift-two"'],
  ['a claim on a slide of another section', slide({}, { section: 'shore' }), '"drift-two" belongs to section drift, the slide to shore'],
])('finds %s', (_, faulty, problem) => {
  expect(checkLedger(deckOf(faulty), ledger)).toEqual([expect.stringContaining(problem)])
})

it('finds a claim on no slide, and a slide without a claim', () => {
  expect(checkLedger(deckOf(slide({}, { claims: [] })), ledger)).toEqual([
    'claims.yaml: "drift-two" is on no slide; name it in a slide\'s `claims`.',
    expect.stringContaining('slide 2 (pages/drift.md:5): names no claim'),
  ])
})

it('is read from its file, by section, and names what is no claim', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  const entry = join(folder, 'slides.md')
  expect(loadLedger(entry)).toBeUndefined()
  const read = (text: string) => {
    writeFileSync(join(folder, 'claims.yaml'), text)
    return loadLedger(entry)
  }
  expect(read('drift:\n  drift-two: Two currents meet there.\n')).toEqual(ledger)
  expect(() => read('drift:\n  drift-two: 2\n')).toThrow(/^claims\.yaml: drift\.drift-two is 2; write a object\.$/)
  expect(read('drift:\n  drift-two: { says: They seem to meet., seen: [seem], in: note }\n')).toEqual({ 'drift-two': { section: 'drift', says: 'They seem to meet.', seen: ['seem'], in: 'note' } })
  expect(() => read('drift:\n  drift-two: { says: They meet., sene: [seem] }\n')).toThrow('claims.yaml: drift.drift-two has sene, which nothing reads; look for a typing slip.')
  expect(() => read('drift:\n  drift-two: a: b\n')).toThrow(/^claims\.yaml: Nested mappings .* at line 2, column 14\.?$/)
  rmSync(folder, { recursive: true })
})

it('finds a hedge that its slide does not show', () => {
  const hedged = { 'drift-two': { ...ledger['drift-two'], seen: ['seem', 'don’t always'] } }
  const deck = deckOf(slide())
  expect(unseenWords(deck, hedged, ['They SEEM to meet, and\n don\'t always.'])).toEqual([])
  expect(unseenWords(deck, hedged, ['They meet.'])).toEqual([
    expect.stringMatching(/^slide 2 .*: "seem" of the claim "drift-two" is not to be seen; write it/),
    expect.stringContaining('"don’t always"'),
  ])
})
