/** The Markdown holds words and structure only; colours and sizes are tokens, addresses stand on one slide. */
import { unless, type Rule } from './rule'

/** The first slide's frontmatter is the headmatter, where the handout names its source. */
const written = ({ content, frontmatter: { handout, ...own } }: Parameters<Rule>[0]) => `${content}\n${JSON.stringify(own)}`

export const noInlineStyle: Rule = slide =>
  unless(!/\sstyle\s*=|<style\b/i.test(slide.content), 'sets a style; give it a component or a layout.')

/** Hex colours, but not an HTML entity such as `&#123;`. */
export const hexColour = /(?<!&)#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b/i

export const noColour: Rule = slide =>
  unless(!hexColour.test(written(slide)), 'names a colour; colours live in styles/tokens.css.')

export const noPixels: Rule = slide =>
  unless(!/\b\d+(?:\.\d+)?px\b/i.test(written(slide)), 'names a number of pixels; sizes live in styles/.')

/** An address on another host, with or without its scheme's name. */
export const remoteAddress = /(?:\bhttps?:|(?<=["'(=\s]))\/\/(?!www\.w3\.org\/)[\w-]+(?:\.[\w-]+)+[^\s"')]*/i

/** @param linksOn the `routeAlias` of the one slide that may */
export const noRemote = (linksOn?: string): Rule => (slide) => {
  const found = remoteAddress.exec(`${written(slide)}\n${slide.note}`)
  return unless(!found || (linksOn !== undefined && slide.frontmatter.routeAlias === linksOn), `names ${found?.[0]}; links stand on the slide "${linksOn}".`)
}
