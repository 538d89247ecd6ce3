/** The ledger, claims.yaml: what the source of a talk claims, by section and id, and how a slide tells it. */
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

/** Claims by id. */
export type Ledger = Record<string, Claim>

const text = string().min(1)
const words = array(text).min(1).optional()
const claim = strictObject({ says: text, seen: words, heard: words }).refine(({ seen, heard }) => !seen !== !heard,
  { error: 'needs one of the two: seen: [words on its slide], or heard: [words in its note].' })

const claimsOf = (slide: DeckSlide): string[] => [slide.frontmatter.claims ?? []].flat()

/**
 * @param entry path of the deck's entry file, with `claims.yaml` beside it
 * @returns none where there is no such file
 * @throws one line for each entry that is no claim
 */
export function loadLedger(entry: string): Ledger | undefined {
  const file = join(dirname(entry), 'claims.yaml')
  if (!existsSync(file))
    return undefined
  return Object.fromEntries(Object.entries(readYaml(file, record(string(), record(string(), claim)))).flatMap(
    ([section, claims]) => Object.entries(claims).map(([id, claim]) => [id, { section, ...claim }])))
}

const EXAMPLE = '`people: { one: { says: …, seen: [words on the slide] } }`'

const plain = (text: string) => text.toLowerCase().replaceAll('’', '\'').replace(/\s+/g, ' ')

/** Words of a slide's claims that its text lacks. */
const missing = (slide: DeckSlide, ledger: Ledger, how: 'seen' | 'heard', text: string) => claimsOf(slide)
  .flatMap(id => (ledger[id]?.[how] ?? []).map(words => ({ id, words })))
  .filter(({ words }) => !plain(text).includes(plain(words))).map(({ id, words }) => `"${words}" of the claim "${id}"`)

/**
 * Words that claims want seen and that their slides do not show.
 * @param shown each slide's text as rendered at its last step, in the talk's order
 */
export const unseenWords = (deck: Deck, ledger: Ledger, shown: readonly string[]) => deck.slides.flatMap((slide, i) =>
  missing(slide, ledger, 'seen', shown[i]!)
    .map(words => `${where(slide)}: ${words} is not to be seen; write it on the slide or into its figure.`))

/**
 * Whether the deck tells the source, the whole source, each claim in its place, and marks the rest as ours.
 * @param ledger none where there is no `claims.yaml`, which then no slide may name
 */
export function checkLedger(deck: Deck, ledger?: Ledger): string[] {
  const told = new Set(deck.slides.flatMap(claimsOf))
  const first = deck.slides.find(slide => claimsOf(slide).length)
  if (!ledger) {
    return first
      ? [`${where(first)}: names claims, and there is no claims.yaml; write ${EXAMPLE}, or take \`claims\` out.`]
      : []
  }
  const known = (id?: string) => deck.headmatter.sections?.some(section => section.id === id) ?? true
  const slides = deck.slides.flatMap((slide) => {
    const { section, frontmatter: { source } } = slide
    const claims = claimsOf(slide)
    return [
      ...claims.filter(id => !Object.hasOwn(ledger, id))
        .map(id => `unknown claim "${id}"; list it in claims.yaml or correct the id.`),
      // Of a misspelt section is said that it is none.
      ...claims.filter(id => Object.hasOwn(ledger, id) && ledger[id]!.section !== section && known(section))
        .map(id => `"${id}" belongs to section ${ledger[id]!.section}, the slide to ${section ?? 'none'}.`),
      ...claims.length && source === 'ours' ? [`source is ours, yet it claims "${claims[0]}" of the source.`] : [],
      ...source && source !== 'ours' && !claims.length ? ['names no claim; add `claims`, or `source: ours`.'] : [],
      ...missing(slide, ledger, 'heard', slide.note).map(words => `${words} is not in the note.`),
    ].map(says => `${where(slide)}: ${says}`)
  })
  return [...slides, ...Object.keys(ledger).filter(id => !told.has(id))
    .map(id => `claims.yaml: "${id}" is on no slide; name it in a slide's \`claims\`.`)]
}
