/** Small decks in memory, sound but for what a test plants. */
import { deckRoot, type Deck, type DeckSlide } from '../../deck/load'

export const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

/** A sound slide of section 1, with the given parts put in place of its own. */
export function slide(parts: Partial<DeckSlide> = {}, frontmatter: Record<string, unknown> = {}): DeckSlide {
  return {
    no: 2,
    title: 'Two questions decide who gets in',
    content: '# Two questions decide who gets in\n\n<TwoLocks :step="$clicks" />',
    note: `${words(90)} [click] one.\n\nPost, section 1.`,
    file: `${deckRoot}/pages/talent.md`,
    ...parts,
    frontmatter: { section: 'talent', source: 'post', claims: ['talent-want'], clicks: 1, ...frontmatter },
  }
}

export function deckOf(...slides: DeckSlide[]): Deck {
  return { headmatter: { defaults: { layout: 'claim' }, sections: [{ id: 'talent', name: 'Talent' }] }, slides }
}
