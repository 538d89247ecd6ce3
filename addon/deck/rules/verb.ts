/** A headline's verb, found by a language library; in a file of its own, since only the tests need that library. */
import nlp from 'compromise/two'
import { headlines, isTitle } from './slides'
import { unless, type Rule } from './rule'

/**
 * Without a verb a headline names a topic and claims nothing. Any form counts, since in few words the library takes
 * some verbs for others; and any other language than English passes.
 */
export const headlineVerb: Rule = (slide, deck) => {
  const lang: string = deck.headmatter.htmlAttrs?.lang ?? 'en'
  return unless(isTitle(slide, deck) || !lang.startsWith('en') || nlp(headlines(slide)[0] ?? '').has('#Verb'),
    'the headline has no verb; claim something.')
}
