/** The talk's sections, as the headmatter lists them, and what the foot says of a slide's source. */
import { configs } from '@slidev/client'
import type { Section } from '../addon/deck/headmatter'

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
  const found = configs.sections?.find(section => section.id === id)
  if (!found)
    throw new Error(`Unknown section "${id}": use one of ${configs.sections?.map(s => s.id).join(', ')}.`)
  return found
}
