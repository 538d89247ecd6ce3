/** What this talk's layouts, foot and styles know of a slide's fields, and of the headmatter's sections. */
import { array, boolean, enum as oneOf, looseObject, string } from 'zod'

/** Colours of styles/tokens.css. */
const hue = oneOf(['rust', 'pine', 'navy', 'plum', 'moss', 'cobalt', 'violet', 'petrol']).optional()

export default looseObject({
  sections: array(looseObject({ id: string(), name: string(), hue })),
  source: oneOf(['post', 'quote', 'ours']),
  ours: string(),
  foot: oneOf(['on-hue']),
  headline: oneOf(['narrow', 'half']),
  ground: oneOf(['ink']),
  appendix: boolean(),
}).partial()
