/** What the addon reads from a deck's headmatter beyond Slidev's own fields; all of it may be absent. */

/** One of the talk's parts, in order; a slide names its own by id in `section`. */
export interface Section {
  id: string
  /** As bookmarks and the foot show it. */
  name: string
  number?: number
}

export interface Headmatter {
  sections?: Section[]
  /** The handout's title page. */
  handout?: {
    source?: { title: string, address: string }
    /** A paragraph on what the handout is, and is not. */
    note?: string
  }
}
