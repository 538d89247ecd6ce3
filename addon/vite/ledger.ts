/** Stops dev and build at a slide that names a claim which the ledger does not hold. */
import type { Plugin } from 'vite'
import { loadDeck } from '../deck/load'
import { loadLedger, unknownClaims } from '../deck/ledger'

/** @param entry path of the deck's entry file */
export function ledger(entry: string): Plugin {
  return {
    name: 'deck:ledger',
    async buildStart() {
      const claims = loadLedger(entry)
      const problems = claims ? unknownClaims(await loadDeck(entry), claims) : []
      if (!problems.length)
        return
      // Not thrown: Slidev would bury the line under a trace of its bundler's.
      console.error(problems.join('\n'))
      process.exit(1)
    },
  }
}
