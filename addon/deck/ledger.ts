/**
 * Fidelity by construction: holds the slides' frontmatter against the ledger
 * in claims.yaml, where a deck has one. Pure but for `loadLedger`, so that the
 * build, the tests and planted faults share it.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { array, record, strictObject, string } from 'zod'
import { where, type Deck, type DeckSlide } from './load'
import { readYaml } from './yaml'

export interface Claim {
  /** The section it stands in. */
  section: string
  /** The claim, with its author's own hedge. */
  says: string
  /** Words that stand on its slide at the last step; or, with `heard`, words that stand in its note. One of the two. */
  seen?: string[]
  heard?: string[]
}

/** A ledger: claims by id. */
export type Ledger = Record<string, Claim>

const text = string().min(1)
const words = array(text).min(1).optional()
const claim = strictObject({ says: text, seen: words, heard: words }).refine(({ seen, heard }) => !seen !== !heard,
  { error: 'needs one of the two: seen: [words on its slide], or heard: [words in its note].' })

const named = (slide: DeckSlide): string[] => [slide.frontmatter.claims ?? []].flat()

/**
 * @param entry path of the deck's entry file; the ledger is the `claims.yaml` beside it: claims by id, by section
 * @returns none where there is no such file
 * @throws one line for each entry that is neither a text nor a claim with its fields
 */
export function loadLedger(entry: string): Ledger | undefined {
  const file = join(dirname(entry), 'claims.yaml')
  if (!existsSync(file))
    return undefined
  const sections = readYaml(file, record(string(), record(string(), claim)))
  return Object.fromEntries(Object.entries(sections).flatMap(([section, claims]) =>
    Object.entries(claims).map(([id, claim]) => [id, { section, ...claim }])))
}

/** Claims that a slide names and the ledger does not hold. */
export function unknownClaims(deck: Deck, ledger: Ledger): string[] {
  return deck.slides.flatMap(slide => named(slide)
    .filter(id => !Object.hasOwn(ledger, id))
    .map(id => `${where(slide)}: unknown claim "${id}"; list it in claims.yaml or mend the id.`))
}

/** Claims of the ledger that stand on no slide. */
export function untoldClaims(deck: Deck, ledger: Ledger): string[] {
  const told = new Set(deck.slides.flatMap(named))
  return Object.keys(ledger)
    .filter(id => !told.has(id))
    .map(id => `claims.yaml: "${id}" is on no slide; name it in a slide's \`claims\`.`)
}

/** Slides of the post that name no claim, and slides of ours that name one. */
export function misattributed(deck: Deck): string[] {
  return deck.slides.flatMap((slide) => {
    const ours = slide.frontmatter.source === 'ours'
    if (ours)
      return named(slide).map(id => `${where(slide)}: source is ours, yet it claims "${id}" of the post.`)
    return named(slide).length ? [] : [`${where(slide)}: names no claim; add \`claims\`, or \`source: ours\`.`]
  })
}

/** Claims on a slide of another section than the ledger's. */
export function misplacedClaims(deck: Deck, ledger: Ledger): string[] {
  return deck.slides.flatMap(slide => named(slide)
    .filter(id => Object.hasOwn(ledger, id) && ledger[id]!.section !== slide.frontmatter.section)
    .map(id => `${where(slide)}: "${id}" belongs to section ${ledger[id]!.section}, the slide to ${slide.frontmatter.section}.`))
}

/**
 * Words that a claim wants seen and that its slide does not show.
 * @param shown each slide's text as rendered at its last step, in the talk's order
 */
export function unseenWords(deck: Deck, ledger: Ledger, shown: readonly string[]): string[] {
  const plain = (text: string) => text.toLowerCase().replaceAll('’', '\'').replace(/\s+/g, ' ')
  return deck.slides.flatMap((slide, i) => named(slide).flatMap(id => (ledger[id]?.seen ?? [])
    .filter(words => !plain(shown[i]!).includes(plain(words)))
    .map(words => `${where(slide)}: "${words}" of the claim "${id}" is not to be seen; write it on the slide or into its figure.`)))
}

/** Every problem, one line each; none where the deck tells the post, the whole post, and marks the rest as ours. */
export function checkLedger(deck: Deck, ledger: Ledger): string[] {
  return [
    ...unknownClaims(deck, ledger),
    ...untoldClaims(deck, ledger),
    ...misattributed(deck),
    ...misplacedClaims(deck, ledger),
  ]
}
