/** Every rule, made for one deck. */
import * as markdown from './markdown'
import * as notes from './notes'
import type { Rule } from './rule'
import * as slides from './slides'
import { headlineVerb } from './verb'

/** What the rules cannot read off the slides. */
export interface Known {
  /** Names of layouts and components that a slide may use. */
  layouts: readonly string[]
  components: readonly string[]
  /** What a slide's `source` may say; `ours` is the speaker's own. */
  sources: readonly string[]
  /** The `routeAlias` of the one slide that may link elsewhere. */
  linksOn?: string
}

/** @returns rules by name */
export function rulesFor({ layouts, components, sources, linksOn }: Known): Record<string, Rule> {
  const { knownLayout, knownComponents, provenanceGiven, noPhantom, oneHeadline, headlineLength, fewWords } = slides
  const { noInlineStyle, noColour, noPixels, noRemote } = markdown
  const { notePresent, noteLength, noteClicks, noteStanding, noteIsProse, noteReadings } = notes
  return {
    noPhantom, oneHeadline, headlineLength, headlineVerb, fewWords,
    knownLayout: knownLayout(layouts), knownComponents: knownComponents(components), provenanceGiven: provenanceGiven(sources),
    notePresent, noteLength, noteClicks, noteStanding, noteIsProse, noteReadings,
    noInlineStyle, noColour, noPixels, noRemote: noRemote(linksOn),
  }
}
