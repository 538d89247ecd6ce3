import { expect, it } from 'vitest'
import { checkLedger, loadLedger } from '../addon/deck/ledger'
import { loadDeck } from '../addon/deck/load'

const claims = loadLedger('slides.md')!

it('every claim of the post is told, in its section, and nothing else claimed', async () => {
  expect(checkLedger(await loadDeck(), claims)).toEqual([])
})

it('the ledger lists about forty claims, each a short line of its own', () => {
  const lines = Object.values(claims).map(claim => claim.says)
  expect(lines.length).toBeGreaterThanOrEqual(40)
  expect(new Set(lines).size).toBe(lines.length)
  expect(lines.filter(line => line.split(/\s+/).length > 30)).toEqual([])
})
