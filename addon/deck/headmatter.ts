/** What the addon reads from a deck's headmatter beyond Slidev's own fields; all of it may be absent. */

/** One of the talk's parts, in order; a slide names its own by id in `section`. */
export interface Section {
  id: string
  /** As bookmarks and the foot show it. */
  name: string
  number?: number
  /** Name of a colour in the deck's own palette, for its styles alone. */
  hue?: string
}

/** What is held against a deck: the first group is off until it says `true`, the second on until it says `false`. */
export interface Checks {
  /** Findings stop build, export and start. */
  strict?: boolean
  /** Own files only: nothing is loaded from another host. */
  offline?: boolean
  /** Each slide has a note that can be spoken, a mark in it for each step, a last line on whose words it tells. */
  notes?: boolean
  /** Each slide has one level-1 headline. */
  headlines?: boolean
  /** Each slide has something on it. */
  empty?: boolean

  alias?: boolean
  clicks?: boolean
  comment?: boolean
  components?: boolean
  fields?: boolean
  /** `claims.yaml`, where there is one, is told whole. */
  ledger?: boolean
  pictures?: boolean
  sections?: boolean

  /** Words that content slides show, all of them counted: held by the talk's own tests. */
  words?: { median: number, most: number }
  /** Words that begin a note's last line where it is not spoken but says on whose words the slide tells. */
  standing?: string[]
}

export interface Headmatter {
  sections?: Section[]
  checks?: Checks
  /** The handout's title page: its source, and a paragraph on what the handout is, and is not. */
  handout?: { source?: { title: string, address: string }, note?: string }
}
