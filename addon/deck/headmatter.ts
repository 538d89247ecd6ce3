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

/** What is held against a deck; `true` switches on what is its taste, `false` switches off what is on for all. */
export interface Checks {
  /** Findings stop build, export and start. */
  strict?: boolean
  /** Own files only: no address of another host is loaded. */
  offline?: boolean
  /** Each slide has a note that can be spoken, with a mark for each step and a last line on where its words come from. */
  notes?: boolean
  /** Each slide has one level-1 headline. */
  headlines?: boolean
  /** Each slide has something on it. */
  empty?: boolean
  /** `claims.yaml` is told whole. */
  ledger?: boolean
  /** On for all: components and pictures there are, sections that the headmatter lists. */
  components?: boolean
  pictures?: boolean
  sections?: boolean
  /** Words that content slides show, all of them counted: held by the talk's own tests. */
  words?: { median: number, most: number }
  /** Words that begin a note's last line where it is not spoken: `Post`, `Ours`. */
  standing?: string[]
}

export interface Headmatter {
  sections?: Section[]
  checks?: Checks
  /** The handout's title page. */
  handout?: {
    source?: { title: string, address: string }
    /** A paragraph on what the handout is, and is not. */
    note?: string
  }
}
