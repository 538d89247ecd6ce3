/** The fields of talk.yaml. */
import { array, record, strictObject, string, url } from 'zod'

const text = string().min(1)
const address = url({ protocol: /^https?$/ })

export default strictObject({
  author: strictObject({ name: text, handle: text, bio: array(text), joined: text, following: text, followers: text, address }),
  opening: array(text),
  /** By the section's id. */
  questions: record(text, text),
  reading: array(strictObject({
    whose: text,
    note: text.optional(),
    /** An entry without an address is named only. */
    entries: array(strictObject({ title: text, about: text.optional(), address: address.optional() })),
  })),
})
