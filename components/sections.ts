/** The talk's sections, as the headmatter lists them, and what the foot says of a slide's source. */
import { configs } from '@slidev/client'
import type { Section } from '../addon/deck/headmatter'

/** Where a slide's words come from. */
export type Source = 'post' | 'quote' | 'ours'

/**
 * The foot's words on where the claim comes from.
 * @param source what the slide's frontmatter says
 * @param ours what on the slide is ours even where the words are the post's: the drawing, and sample words
 */
export function provenance(source: Source, ours = 'drawing'): string {
  if (source === 'ours')
    return 'ours, not the post’s'
  const words = source === 'quote' ? 'the post, in our words and a short quote' : 'the post, in our words'
  return `${words}; the ${ours} ${/ and |s$/.test(ours) ? 'are' : 'is'} ours`
}

/** @throws when no section has that id, naming the ids there are. */
export function sectionById(id: string): Section {
  const found = configs.sections?.find(section => section.id === id)
  if (!found)
    throw new Error(`Unknown section "${id}": use one of ${configs.sections?.map(s => s.id).join(', ')}.`)
  return found
}
