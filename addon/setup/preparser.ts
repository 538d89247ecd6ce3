/**
 * Adds to each note what presenter mode needs beyond the words: the pacing
 * line, and the language of Chinese words, so that a screen reader changes its
 * voice (WCAG 3.1.2).
 */
import type { SlidevPreparserExtension } from '@slidev/types'
import { loadDeck, planDeck } from '../deck/load'
import { paceLine } from '../deck/pacing'

interface Context { filepath: string, mode?: string }

/**
 * @param note Markdown as written
 * @param line the pacing line; as a block of HTML, it is no word of the note
 */
export function dressNote(note: string, line: string): string {
  const spoken = note.replace(/[\p{Script=Han}·]*\p{Script=Han}/gu, '<span lang="zh-Hans">$&</span>')
  return `<div class="pacing">${line}</div>\n\n${spoken}`
}

export default async ({ filepath, mode }: Context): Promise<SlidevPreparserExtension[]> => {
  // Not while editing: Slidev's note editor would write the additions into the
  // source. And not for `loadDeck` (no mode), which reads notes as written.
  if (mode !== 'build' && mode !== 'export')
    return []
  const deck = await loadDeck(filepath)
  const plan = planDeck(deck)
  // Slidev hands over the notes of one file after the other: two slides may have the same.
  const paces = Object.values(deck.files).flatMap(({ slides }) => slides.map(({ filepath, start }) =>
    plan.slides[deck.slides.findIndex(({ file, line }) => file === filepath && line === start + 1)]))
  return [{
    name: 'pacing',
    transformNote: async (note) => {
      const pace = paces.shift()
      return note && pace ? dressNote(note, paceLine(pace)) : note
    },
  }]
}
