import type { SectionId } from '../sections'

/** Ours: what a team could ask itself after the talk. */
export const teamQuestions: readonly { section: SectionId, asks: string }[] = [
  { section: 'talent', asks: 'Which role would we redraw around someone already here?' },
  { section: 'people', asks: 'Which deadline could we drop for a month, and miss nothing?' },
  { section: 'systems', asks: 'What keeps a morning’s idea from an answer by the afternoon?' },
  { section: 'diversity', asks: 'Whose outside knowledge have we never asked for?' },
]
