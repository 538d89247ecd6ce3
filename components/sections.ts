/** The talk's sections, in the post's order; `closing` and `ours` carry no hue. */
export interface Section {
  id: SectionId
  /** The number the post gives it; absent where the post has none. */
  number?: number
  name: string
  /** The slide it starts on, by Slidev's `routeAlias`. */
  start: string
}

export type SectionId = 'opening' | 'talent' | 'people' | 'systems' | 'diversity' | 'closing' | 'ours' | 'resources'

export const sections: readonly Section[] = [
  { id: 'opening', name: 'Opening', start: 'cover' },
  { id: 'talent', number: 1, name: 'Talent', start: 'talent' },
  { id: 'people', number: 2, name: 'People', start: 'people' },
  { id: 'systems', number: 3, name: 'Systems', start: 'systems' },
  { id: 'diversity', number: 4, name: 'Diversity', start: 'diversity' },
  { id: 'closing', name: 'Closing', start: 'closing' },
  { id: 'ours', name: 'Ours', start: 'limits' },
  { id: 'resources', name: 'Sources', start: 'resources' },
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
