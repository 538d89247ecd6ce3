/** What every slide is made of: headline, layout, provenance, few words. */
import { countWords } from '../pacing'
import type { Deck, DeckSlide } from '../load'
import { unless, type Rule } from './rule'

/** The layout Slidev will pick: the slide's own, else the headmatter's `defaults`. */
export function layoutOf(slide: DeckSlide, deck: Deck): string | undefined {
  return slide.frontmatter.layout ?? deck.headmatter.defaults?.layout
}

/** A section's first page: its headline is a name, its note leads over. */
export const isOpener = (slide: DeckSlide, deck: Deck) => layoutOf(slide, deck) === 'section'
/** The cover's headline is a name, and so is an opener's. */
export const isTitle = (slide: DeckSlide, deck: Deck) => layoutOf(slide, deck) === 'cover' || isOpener(slide, deck)

/** Markdown's visible words: no comment, script, component or tag, no address of a link, no slot marker. */
export function visible(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<[^>]+>/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/^::[\w-]+::$/gm, '')
    .replace(/[*_`[\]#]/g, '')
    .trim()
}

/** The H1s of a slide's Markdown, as read. */
export function headlines(slide: DeckSlide): string[] {
  const text = slide.content.replace(/<!--[\s\S]*?-->|```[\s\S]*?```/g, '')
  return [...text.matchAll(/^#\s+(.+)$|<h1\b[^>]*>([\s\S]*?)<\/h1>/gm)].map(found => visible(found[1] ?? found[2]!))
}

/** A blank line after `---` turns frontmatter into a slide that nobody wrote. A layout, such as `image`, may need no words. */
export const noPhantom: Rule = ({ content, frontmatter }) =>
  unless(!/^(?:[\w-]+:.*(?:\n|$))+$/.test(content) && Boolean(content.replace(/<!--[\s\S]*?-->/g, '').trim() || frontmatter.layout),
    'is empty: look for a blank line after `---`, or a stray `---`.')

export const oneHeadline: Rule = slide =>
  unless(headlines(slide).length === 1, `has ${headlines(slide).length} H1 headlines; write one.`)

/** A claim is a sentence: 4 to 14 words. */
export const headlineLength: Rule = (slide, deck) => {
  const words = countWords(headlines(slide)[0] ?? '')
  return unless(isTitle(slide, deck) || (words >= 4 && words <= 14), `the headline has ${words} words; write 4 to 14.`)
}

/** @param layouts names of the deck's own layouts */
export const knownLayout = (layouts: readonly string[]): Rule => (slide, deck) => {
  const layout = layoutOf(slide, deck)
  return unless(layout !== undefined && layouts.includes(layout), `layout "${layout}" is none of ${layouts.join(', ')}.`)
}

/** @param components names of the deck's and Slidev's own components */
export const knownComponents = (components: readonly string[]): Rule => slide =>
  [...slide.content.matchAll(/<([A-Z]\w*)/g)].map(found => found[1]!)
    .filter(name => !components.includes(name))
    .map(name => `<${name}> is no component; look for a typing slip, or write components/${name}.vue.`)

/** @param sources what a slide's `source` may say */
export const provenanceGiven = (sources: readonly string[]): Rule => ({ frontmatter: { section, source } }, { headmatter: { sections = [] } }) => [
  ...unless(sections.some(({ id }) => id === section), `section "${section}" is none of ${sections.map(({ id }) => id).join(', ')}.`),
  ...unless(sources.includes(source), `source "${source}" is none of ${sources.join(', ')}.`),
]

/** Whoever reads a slide does not listen. */
export const fewWords: Rule = (slide) => {
  const words = countWords(visible(slide.content))
  return unless(words <= 40, `shows ${words} words of prose; say it in 40, the rest belongs in the note.`)
}
