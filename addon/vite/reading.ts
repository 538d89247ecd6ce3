/** Whether the deck has a reading page: where there are no notes there is nothing to read. */
import type { Plugin } from 'vite'

/** @param hasNotes whether any note goes into the build @returns a plugin that says so as `__DECK_READING__` */
export function reading(hasNotes: boolean): Plugin {
  return { name: 'deck:reading', config: () => ({ define: { __DECK_READING__: JSON.stringify(hasNotes) } }) }
}
