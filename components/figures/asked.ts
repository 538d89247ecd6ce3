import type { SectionId } from '../sections'

/** Ours: what a team could ask itself after the talk. */
export const teamQuestions: readonly { section: SectionId, asks: string }[] = [
  { section: 'talent', asks: 'Whose role would we redraw around the person?' },
  { section: 'people', asks: 'Which deadline could we drop and miss nothing?' },
  { section: 'systems', asks: 'What keeps an idea from its answer the same day?' },
  { section: 'diversity', asks: 'Whose outside knowledge have we never asked for?' },
]
