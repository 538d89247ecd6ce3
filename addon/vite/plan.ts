/** The talk's plan, worked out once: for presenter mode as numbers, and as a line at the head of each note. */
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { planDeck } from '../deck/load'
import { paceLine } from '../deck/pacing'

const PLAN = 'virtual:deck-plan'

/**
 * @param note Markdown as written
 * @param lang the deck's language: elsewhere than in Chinese, Japanese and Korean, Chinese words are marked as such, so
 *   that a screen reader changes its voice (WCAG 3.1.2)
 */
export function markChinese(note: string, lang: string): string {
  return /^(?:zh|ja|ko)\b/i.test(lang)
    ? note
    : note.replace(/<[^>]*>|`[^`]*`|\]\([^)]*\)|([\p{Script=Han}·]*\p{Script=Han})/gu, (found, words) =>
        words ? `<span lang="zh-Hans">${words}</span>` : found)
}

/**
 * @param options of Slidev; where nobody edits them, its notes get their lines, its slides their sections
 * @returns a plugin that gives the plan as a module
 */
export function plan({ mode, data: { slides, config, headmatter } }: ResolvedSlidevOptions): Plugin {
  const paces = planDeck({ headmatter, slides: slides.map(({ note }) => ({ note: note ?? '' })) }).slides
  const lang = String(headmatter.lang ?? config.htmlAttrs.lang ?? 'en')
  // Slidev's note editor would write the additions into the source.
  for (const [i, slide] of slides.entries()) {
    // A slide that names no section stands in that of the slide before: in contents, bookmarks and reading page, too.
    if (i && mode !== 'dev')
      slide.frontmatter.section ??= slides[i - 1]!.frontmatter.section
    if (slide.note && mode !== 'dev')
      slide.note = `<div class="pacing">${paceLine(paces[i]!)}</div>\n\n${markChinese(slide.note, lang)}`
  }
  const rounded = paces.map(({ start, seconds }) => ({ start: Math.round(start), seconds: Math.round(seconds) }))
  return {
    name: 'deck:plan',
    resolveId: id => id === PLAN ? `\0${PLAN}` : null,
    load: id => id === `\0${PLAN}` ? `export const plan = ${JSON.stringify(rounded)}` : null,
  }
}
