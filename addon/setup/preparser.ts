/**
 * Adds to each note what presenter mode needs beyond the words: the pacing
 * line, and the language of Chinese words, so that a screen reader changes its
 * voice (WCAG 3.1.2).
 */
import type { SlidevPreparserExtension } from '@slidev/types'
import { parseTimeString } from '@slidev/parser/utils'
import { loadDeck } from '../deck/load'
import { paceLine, planTalk } from '../deck/pacing'

interface Context { filepath: string, headmatter: Record<string, any>, mode?: string }

/**
 * @param note Markdown as written
 * @param line the pacing line; as a block of HTML, it is no word of the note
 */
export function dressNote(note: string, line: string): string {
  const spoken = note.replace(/[\p{Script=Han}·]*\p{Script=Han}/gu, '<span lang="zh-Hans">$&</span>')
  return `<div class="pacing">${line}</div>\n\n${spoken}`
}

export default async ({ filepath, headmatter, mode }: Context): Promise<SlidevPreparserExtension[]> => {
  // Not while editing: Slidev's note editor would write the additions into the
  // source. And not for `loadDeck` (no mode), which reads notes as written.
  if (mode !== 'build' && mode !== 'export')
    return []
  const { slides } = await loadDeck(filepath)
  const { seconds } = parseTimeString(headmatter.duration ?? '30min')
  const plan = planTalk(slides.map(slide => slide.note), seconds)
  const lines = new Map(slides.map((slide, i) => [slide.note, paceLine(plan.slides[i]!)]))
  return [{
    name: 'pacing',
    transformNote: async note => note && lines.has(note) ? dressNote(note, lines.get(note)!) : note,
  }]
}
