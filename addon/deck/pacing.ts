/**
 * The plan of the talk: how long each slide's note takes to say, and when to
 * be there. Pure, so that presenter mode, `npm run pacing` and the tests agree.
 */

/** A calm speaking rate. */
export const wordsPerMinute = 130
/** How far the notes' own length may be off the announced duration, as a share of it. */
export const tolerance = 0.1

export interface Pace {
  words: number
  /** Seconds to spend on the slide: its pauses, and its share of the rest of the duration. */
  seconds: number
  /** Seconds into the talk at which the slide begins. */
  start: number
}

export interface Plan {
  slides: Pace[]
  words: number
  /** Seconds the notes take at {@link wordsPerMinute} with their pauses, not scaled. */
  spoken: number
  /** Announced seconds. */
  duration: number
  /** Whether `spoken` lies within {@link tolerance} of `duration`. */
  fits: boolean
}

const escaped = (word: string) => word.replace(/\W/g, '\\$&')

/** @param words the headmatter's `checks.standing` @returns what a note's last line matches where it is not spoken */
export const standingLine = (words: readonly string[] = []) =>
  words.length ? new RegExp(`^(?:${words.map(escaped).join('|')})(?!\\w)[^\n]*[.。]$`) : /(?!)/

const PAUSE = /<span class="pause">([\d.]+) ?s<\/span>/g

/** Seconds of silence in a note: `<span class="pause">6 s</span>`. */
const pausesOf = (note: string) => [...note.matchAll(PAUSE)].reduce((sum, [, seconds]) => sum + Number(seconds), 0)

/**
 * The words a speaker says: no last line on where they come from, no click marks, pauses, tags, comments or addresses
 * of links. A hyphenated word counts once, so does a run of Chinese characters.
 * @param note Markdown as written in the deck
 */
export function countWords(note: string, unspoken = standingLine()): number {
  const said = note.trimEnd()
    .replace(/[^\n]*$/, line => unspoken.test(line) ? '' : line)
    .replace(PAUSE, ' ')
    .replace(/<!--[\s\S]*?-->|<[^>]+>/g, ' ')
    .replace(/\[click(?::\d+)?\]/gi, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
  return said.match(/[\p{L}\p{N}]+(?:[-‐’'.,][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/**
 * @param notes every slide's note, in the talk's order
 * @param duration seconds, from the headmatter
 * @param unspoken what a last line matches that is not said
 */
export function planTalk(notes: readonly string[], duration: number, unspoken = standingLine()): Plan {
  const counts = notes.map(note => ({ words: countWords(note, unspoken), pause: pausesOf(note) }))
  const sum = (key: 'words' | 'pause') => counts.reduce((sum, count) => sum + count[key], 0)
  const [words, silent] = [sum('words'), sum('pause')]
  const spoken = words / wordsPerMinute * 60 + silent
  let start = 0
  const slides = counts.map(({ words: own, pause }) => {
    const seconds = pause + (words && own / words * Math.max(0, duration - silent))
    return { words: own, seconds, start: (start += seconds) - seconds }
  })
  return { slides, words, spoken, duration, fits: Math.abs(spoken - duration) <= duration * tolerance }
}

/** @param seconds from the talk's start @returns minutes and seconds, as in "04:30" */
export function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return [Math.floor(whole / 60), whole % 60].map(n => String(n).padStart(2, '0')).join(':')
}

/** The line presenter mode shows: "be here at 04:30 · 65 s". */
export const paceLine = ({ start, seconds }: Pace) => `be here at ${clock(start)} · ${Math.round(seconds)} s`

/** Closer to the plan than this many seconds is on time. */
const CLOSE = 10

/**
 * How far ahead of or behind its plan a talk is: in time as long as it is on a slide while that slide lasts.
 * @param elapsed seconds since the talk began
 */
export function standingOf(elapsed: number, { start, seconds }: Pick<Pace, 'start' | 'seconds'>) {
  const off = elapsed < start ? elapsed - start : Math.max(0, elapsed - start - seconds)
  if (Math.abs(off) < CLOSE)
    return { is: 'timely', says: 'on time' } as const
  const rounded = Math.round(Math.abs(off) / 5) * 5 // a number that changes every second draws the eye
  const [min, s] = [Math.floor(rounded / 60), rounded % 60]
  const amount = [min && `${min} min`, s && `${s} s`].filter(Boolean).join(' ')
  return off < 0 ? { is: 'early', says: `${amount} ahead` } as const : { is: 'late', says: `${amount} behind` } as const
}
