/** Small decks in memory, sound but for what a test plants. */
import { deckRoot, type Deck, type DeckSlide } from '../../deck/load'

export const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

/** A sound slide of one click, with the given parts put in place of its own. */
export function slide(parts: Partial<DeckSlide> = {}, frontmatter: Record<string, unknown> = {}): DeckSlide {
  return {
    no: 2,
    title: 'Two currents decide where it drifts',
    content: '# Two currents decide where it drifts\n\n<TwoCurrents :step="$clicks" />',
    note: `${words(90)} [click] one.\n\nPost, section 1.`,
    file: `${deckRoot}/pages/drift.md`,
    line: 5,
    ...parts,
    frontmatter: { section: 'drift', source: 'post', claims: ['drift-two'], clicks: 1, ...frontmatter },
  }
}

export function deckOf(...slides: DeckSlide[]): Deck {
  return { files: {}, headmatter: { defaults: { layout: 'plain' }, sections: [{ id: 'drift', name: 'Drift' }] }, slides }
}
