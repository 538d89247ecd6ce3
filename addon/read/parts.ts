/** The deck in its parts, as contents and headings show them. */
import type { SlideRoute } from '@slidev/types'
import type { Section } from '../deck/headmatter'

export interface Part {
  section?: Section
  slides: SlideRoute[]
}

/** @returns a part for each run of slides of one section; one without a section where the deck names none */
export function partsOf(slides: readonly SlideRoute[], sections: readonly Section[] = []): Part[] {
  const parts: Part[] = []
  for (const slide of slides) {
    const section = sections.find(({ id }) => id === slide.meta.slide.frontmatter.section)
    if (!parts.length || parts.at(-1)!.section !== section)
      parts.push({ section, slides: [] })
    parts.at(-1)!.slides.push(slide)
  }
  return parts
}

const words = (html = '') => html.replace(/<[^>]+>/g, '').trim()

/** @returns the slide that opens a part: its first, if the section's name is all its headline says */
export function openerOf({ section, slides: [first] }: Part): SlideRoute | undefined {
  return section && words(first?.meta.slide.title) === section.name ? first : undefined
}

/** @param to what stands after `#/` or `#/read/` in an address: a number or a route alias @returns the slide it leads to */
export function slideBy(to: string, slides: readonly SlideRoute[]): SlideRoute | undefined {
  return slides.find(({ no, meta }) => String(no) === to || meta.slide.frontmatter.routeAlias === to)
}
