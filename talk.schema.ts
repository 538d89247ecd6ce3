/** The fields of talk.yaml. */
import { encode } from 'uqr'
import { array, record, strictObject, string, url } from 'zod'

const text = string().min(1)
const address = url({ protocol: /^https?$/ })

/**
 * A QR code as strokes along its rows, a unit a module: made when the deck is built, so that no slide carries the
 * encoder. A screen has no scratches: little correction, and modules as large as can be.
 */
function qrCode(text: string): { size: number, path: string } {
  const { size, data } = encode(text, { ecc: 'L', border: 4 })
  const runs = data.flatMap((row, y) => row.flatMap((dark, x) =>
    dark && !row[x - 1] ? `M${x} ${y}h${[...row, false].indexOf(false, x) - x}` : []))
  return { size, path: runs.join('') }
}

/** `title` as its publisher writes it; `about` begins with what it means in English, where that is another language. */
const work = strictObject({ title: text, about: text, address })

export default strictObject({
  post: strictObject({ address }).transform(post => ({ ...post, code: qrCode(post.address) })),
  author: strictObject({ name: text, handle: text, bio: text, address }),
  /** By the section's id. */
  questions: record(text, text),
  reading: strictObject({
    /** What the post names and leads to nowhere in our copy. */
    named: array(text),
    ours: array(strictObject({ heading: text, works: array(work) })),
  }),
})
