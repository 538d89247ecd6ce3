/** The talk's sections, in the post's order; `closing` and `ours` carry no hue. */
export interface Section {
  id: SectionId
  /** The number the post gives it; absent where the post has none. */
  number?: number
  name: string
}

export type SectionId = 'opening' | 'talent' | 'people' | 'systems' | 'diversity' | 'closing' | 'ours' | 'resources'

export const sections: readonly Section[] = [
  { id: 'opening', name: 'Opening' },
  { id: 'talent', number: 1, name: 'Talent' },
  { id: 'people', number: 2, name: 'People' },
  { id: 'systems', number: 3, name: 'Systems' },
  { id: 'diversity', number: 4, name: 'Diversity' },
  { id: 'closing', name: 'Closing' },
  { id: 'ours', name: 'Discussion' },
  { id: 'resources', name: 'Sources' },
]

/** Where a slide's words come from. */
export type Source = 'post' | 'quote' | 'ours'

/**
 * The foot's words on where the claim comes from.
 * @param section the slide's section
 * @param source what the slide's frontmatter says
 */
export function provenance(section: Section, source: Source): string {
  if (source === 'ours')
    return 'ours, not the post’s'
  const place = section.number ? `the post, section ${section.number}` : `the post, ${section.id}`
  return source === 'quote' ? `${place}, our words and a short quote` : `${place}, in our words`
}

/** @throws when no section has that id, naming the ids there are. */
export function sectionById(id: string): Section {
  const found = sections.find(section => section.id === id)
  if (!found)
    throw new Error(`Unknown section "${id}": use one of ${sections.map(s => s.id).join(', ')}.`)
  return found
}
