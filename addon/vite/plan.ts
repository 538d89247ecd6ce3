/** The talk's plan for presenter mode: when each slide begins and how long it lasts. Numbers only, no word of a note. */
import type { Plugin } from 'vite'
import { loadDeck, planDeck } from '../deck/load'

const PLAN = 'virtual:deck-plan'

/** @param entry path of the deck's entry file */
export function plan(entry: string): Plugin {
  return {
    name: 'deck:plan',
    resolveId: id => id === PLAN ? `\0${PLAN}` : null,
    async load(id) {
      if (id !== `\0${PLAN}`)
        return
      const paces = planDeck(await loadDeck(entry)).slides
      return `export const plan = ${JSON.stringify(paces.map(({ start, seconds }) => ({ start: Math.round(start), seconds: Math.round(seconds) })))}`
    },
  }
}
