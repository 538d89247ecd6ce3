/**
 * How unlike two pictures are to an eye that does not mind how an engine smooths its letters, nor whether it sets them
 * on this point or the next: each point's colour must be found in the other picture, one point away at most.
 */
import { PNG } from 'pngjs'

/** Of 255, in red, green and blue each: how far a point may be outside the colours at and around its place. */
const COLOUR = 40
/** Points that may differ of a picture's 921 600. */
export const TOLERANCE = 200

const AROUND = [-1, 0, 1].flatMap(y => [-1, 0, 1].map(x => [x, y] as const))

/** @returns whether the point with its red at `at` is of a colour that the other picture lacks there */
function lacks(other: PNG, { data }: PNG, at: number): boolean {
  return [at, at + 1, at + 2].some((i) => {
    const there = AROUND.map(([x, y]) => other.data[i + 4 * (y * other.width + x)] ?? other.data[i]!)
    return data[i]! < Math.min(...there) - COLOUR || data[i]! > Math.max(...there) + COLOUR
  })
}

/**
 * @param one PNG @param other PNG of the same size
 * @returns how many points differ, all when the sizes do, and where they do as PNG
 */
export function unlike(one: Uint8Array, other: Uint8Array): { points: number, picture?: Buffer } {
  const read = (png: Uint8Array): PNG => PNG.sync.read(Buffer.from(png))
  const [a, b] = [read(one), read(other)]
  if (a.width !== b.width || a.height !== b.height)
    return { points: a.width * a.height }
  const picture = new PNG({ width: a.width, height: a.height })
  picture.data.fill(255)
  let points = 0
  for (let at = 0; at < a.data.length; at += 4) {
    const alike = [at, at + 1, at + 2].every(i => Math.abs(a.data[i]! - b.data[i]!) <= COLOUR)
    if (alike || !lacks(b, a, at) && !lacks(a, b, at))
      continue
    picture.data.fill(0, at + 1, at + 3) // red
    points++
  }
  return { points, picture: PNG.sync.write(picture) }
}
