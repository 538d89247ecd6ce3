/** The slides which the address asks for with `range=3-7`; all where it does not. */
import { useNav } from '@slidev/client'
import { parseRangeString } from '@slidev/parser/utils'
import { useRoute } from 'vue-router'

export function useRangedSlides() {
  // Not useNav's own printRange: that is read before the router knows the address.
  const slides = useNav().slides.value
  return parseRangeString(slides.length, useRoute().query.range as string | undefined).map(no => slides[no - 1]!)
}
