import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDeck } from '../addon/deck/load'
import { checkLedger, loadLedger } from '../addon/deck/ledger'
import { deckOf, slide } from '../addon/tests/support/deck'

const claims = loadLedger(resolve('slides.md'))!
const ledger = { 'talent-want': { section: 'talent', says: 'Do you want to?' } }

describe('the ledger', () => {
  it('finds every claim of the post told, in its section, and nothing else claimed', async () => {
    expect(checkLedger(await loadDeck(), claims)).toEqual([])
  })

  it('lists about forty claims, each a short line of its own', () => {
    const lines = Object.values(claims).map(claim => claim.says)
    expect(lines.length).toBeGreaterThanOrEqual(40)
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines.filter(line => line.split(/\s+/).length > 30)).toEqual([])
  })

  it('passes a sound deck', () => {
    expect(checkLedger(deckOf(slide()), ledger)).toEqual([])
    expect(checkLedger(deckOf(slide(), slide({}, { source: 'ours', claims: undefined })), ledger)).toEqual([])
  })

  it.each([
    ['an unknown claim', slide({}, { claims: ['talent-want', 'talent-wnat'] }), 'slide 2 (pages/talent.md): unknown claim "talent-wnat"'],
    ['an id that every object has', slide({}, { claims: ['talent-want', 'constructor'] }), 'unknown claim "constructor"'],
    ['a slide of ours that claims the post', slide({}, { source: 'ours' }), 'source is ours, yet it claims "talent-want"'],
    ['a claim on a slide of another section', slide({}, { section: 'people' }), '"talent-want" belongs to section talent, the slide to people'],
  ])('finds %s', (_, faulty, problem) => {
    expect(checkLedger(deckOf(faulty), ledger)).toEqual([expect.stringContaining(problem)])
  })

  it('finds a claim on no slide, and a slide without a claim', () => {
    expect(checkLedger(deckOf(slide({}, { claims: [] })), ledger)).toEqual([
      'claims.yaml: "talent-want" is on no slide; name it in a slide\'s `claims`.',
      expect.stringContaining('slide 2 (pages/talent.md): names no claim'),
    ])
  })
})
