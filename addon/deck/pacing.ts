/**
 * The plan of the talk: how long each slide's note takes to say, and when to
 * be there. Pure, so that presenter mode, `npm run pacing` and the tests agree.
 */

/** A calm speaking rate; the storyboard's. */
export const wordsPerMinute = 130
/** How far the notes' own length may be off the announced duration, as a share of it. */
export const tolerance = 0.1

export interface Pace {
  words: number
  /** Seconds to spend on the slide, scaled so that all together fill the duration. */
  seconds: number
  /** Seconds into the talk at which the slide begins. */
  start: number
}

export interface Plan {
  slides: Pace[]
  words: number
  /** Seconds the notes take at {@link wordsPerMinute}, not scaled. */
  spoken: number
  /** Announced seconds. */
  duration: number
  /** Whether `spoken` lies within {@link tolerance} of `duration`. */
  fits: boolean
}

/** A note's last line, unspoken: where the claim stands. */
export const standing = /^(?:Post|Ours)\b[^\n]*\.$/

/**
 * The words a speaker says: no last line on where the claim stands, no click markers, tags, comments or addresses of
 * links. A hyphenated word counts once, so does a run of Chinese characters.
 * @param note Markdown as written in the deck
 */
export function countWords(note: string): number {
  const said = note.trimEnd()
    .replace(/[^\n]*$/, line => standing.test(line) ? '' : line)
    .replace(/<!--[\s\S]*?-->|<[^>]+>/g, ' ')
    .replace(/\[click(?::\d+)?\]/gi, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
  return said.match(/[\p{L}\p{N}]+(?:[-‐’'.,][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/**
 * @param notes every slide's note, in the talk's order
 * @param duration seconds, from the headmatter
 */
export function planTalk(notes: readonly string[], duration: number): Plan {
  const counts = notes.map(countWords)
  const words = counts.reduce((sum, n) => sum + n, 0)
  const spoken = words / wordsPerMinute * 60
  let start = 0
  const slides = counts.map((n) => {
    const seconds = words ? n / words * duration : 0
    const pace = { words: n, seconds, start }
    start += seconds
    return pace
  })
  return { slides, words, spoken, duration, fits: Math.abs(spoken - duration) <= duration * tolerance }
}

/** @param seconds from the talk's start @returns minutes and seconds, as in "04:30" */
export function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return [Math.floor(whole / 60), whole % 60].map(n => String(n).padStart(2, '0')).join(':')
}

/** The line presenter mode shows: "be here at 04:30 · 65 s". */
export function paceLine(pace: Pace): string {
  return `be here at ${clock(pace.start)} · ${Math.round(pace.seconds)} s`
}

/** Closer to the plan than this many seconds is on time. */
const CLOSE = 10

/**
 * How far ahead of or behind its plan a talk is: in time as long as it is on a slide while that slide lasts.
 * @param elapsed seconds since the talk began
 */
export function standingOf(elapsed: number, { start, seconds }: Pick<Pace, 'start' | 'seconds'>): { is: 'early' | 'late' | 'timely', says: string } {
  const off = elapsed < start ? elapsed - start : Math.max(0, elapsed - start - seconds)
  if (Math.abs(off) < CLOSE)
    return { is: 'timely', says: 'on time' }
  const rounded = Math.round(Math.abs(off) / 5) * 5 // a number that changes every second draws the eye
  const [min, s] = [Math.floor(rounded / 60), rounded % 60]
  const amount = [min && `${min} min`, s && `${s} s`].filter(Boolean).join(' ')
  return off < 0 ? { is: 'early', says: `${amount} ahead` } : { is: 'late', says: `${amount} behind` }
}
