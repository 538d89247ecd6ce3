/** What every note is made of: prose to be spoken, a marker for each click, a last line on where the claim stands. */
import { countWords, standing } from '../pacing'
import { unless, type Rule } from './rule'
import { isOpener } from './slides'

/** Clicks that a note marks; `[click:2]` stands for two. */
export function markedClicks(note: string): number {
  return [...note.matchAll(/\[click(?::(\d+))?\]/gi)].reduce((sum, found) => sum + Number(found[1] ?? 1), 0)
}

export const notePresent: Rule = ({ note }) => unless(note.trim() !== '', 'has no note; write one as the slide’s last comment.')

/** Half a minute to a minute and a half at a calm rate; a section's opener leads over in less. */
export const noteLength: Rule = (slide, deck) => {
  const words = countWords(slide.note)
  const [least, most] = isOpener(slide, deck) ? [15, 60] : [80, 200]
  return unless(words >= least && words <= most, `the note has ${words} spoken words; write ${least} to ${most}.`)
}

/** Slidev counts these itself, where a slide does not say `clicks`. */
const counted = /\bv-(?:click|after|mark|motion|switch)|\$clicks|^```\S*\s*\{[^}]*\|/im

export const noteClicks: Rule = ({ note, content, frontmatter: { clicks } }) =>
  unless(clicks === undefined ? counted.test(content) || markedClicks(note) === 0 : markedClicks(note) === clicks, `the note marks ${markedClicks(note)} clicks, \`clicks\` says ${clicks ?? 0}; put one [click] for each step.`)

/** The last line begins with Post, or with Ours where the slide's source is ours. */
export const noteStanding: Rule = ({ note, frontmatter: { source } }) => {
  const last = note.trimEnd().split('\n').at(-1)!
  const word = source === 'ours' ? 'Ours' : 'Post'
  return unless(standing.test(last) && last.startsWith(word), `the note ends on "${last.slice(0, 40)}"; end it on a line such as "${word}, section 3."`)
}

export const noteIsProse: Rule = ({ note }) =>
  unless(!/^\s*(?:[-*+]|\d+[.)])\s/m.test(note), 'the note holds a list; write sentences that can be spoken.')

/** A speaker who reads no Chinese needs a reading over each word (`notesAutoRuby`). */
export const noteReadings: Rule = ({ note }, { headmatter }) =>
  [...new Set(note.match(/\p{Script=Han}+/gu))]
    .filter(word => !(word in (headmatter.notesAutoRuby ?? {})))
    .map(word => `the note says ${word} without a reading; add it to \`notesAutoRuby\` in slides.md.`)
