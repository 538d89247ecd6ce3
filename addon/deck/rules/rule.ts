/** A rule looks at one slide and says, in half a line each, what is wrong with it. */
import { where, type Deck, type DeckSlide } from '../load'

export type Rule = (slide: DeckSlide, deck: Deck) => string[]

/**
 * Holds every slide against every rule.
 * @returns one line a problem, naming slide and file
 */
export function checkSlides(deck: Deck, rules: readonly Rule[]): string[] {
  return deck.slides.flatMap(slide => rules.flatMap(rule => rule(slide, deck).map(problem => `${where(slide)}: ${problem}`)))
}

/** One problem if there is one, for rules that look at one thing. */
export const unless = (fine: boolean, problem: string): string[] => fine ? [] : [problem]
