/** The talk's sections, as the headmatter lists them: a slide's own, and a section's hue. */
import { configs, useSlideContext } from '@slidev/client'
import { computed, type ComputedRef } from 'vue'
import type { Section } from '../addon/deck/headmatter'

export const sections: readonly Section[] = configs.sections ?? []
/** Those with a number, in order: each has its sector of the model's disc. */
export const chapters = sections.filter(({ number }) => number)

/** @returns none where the headmatter lists no such id */
export const sectionById = (id?: string) => sections.find(section => section.id === id)

/** For `style`: sets --accent to the section's hue of the palette; without one, to ink. */
export const hueOf = (section?: Section) => ({ '--accent': `var(--${section?.hue ?? 'ink'})` })

/** The section of the slide that a component stands on: its own, else that of the slide before. */
export function useSection(): ComputedRef<Section | undefined> {
  const { $page, $nav } = useSlideContext()
  return computed(() => {
    const named = $nav.value.slides.slice(0, $page.value).map(({ meta }) => meta.slide?.frontmatter.section)
    return sectionById(named.filter(Boolean).at(-1))
  })
}
