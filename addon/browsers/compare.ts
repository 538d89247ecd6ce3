/** How unlike two pictures are to an eye that does not mind how an engine smooths its letters. */
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** Pictures are halved twice before: what is left is layout, colour and weight. */
const SHRINK = 4
/** Share of the points that may differ. */
export const TOLERANCE = 0.01

function shrunk({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: Math.floor(width / SHRINK), height: Math.floor(height / SHRINK) })
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0
        for (let dy = 0; dy < SHRINK; dy++) {
          for (let dx = 0; dx < SHRINK; dx++)
            sum += data[((y * SHRINK + dy) * width + x * SHRINK + dx) * 4 + channel]!
        }
        small.data[(y * small.width + x) * 4 + channel] = sum / SHRINK ** 2
      }
    }
  }
  return small
}

/**
 * @param one PNG @param other PNG of the same size
 * @returns the share of points that differ, 1 when the sizes do, and where they do as PNG
 */
export function unlike(one: Uint8Array, other: Uint8Array): { share: number, picture?: Buffer } {
  const read = (png: Uint8Array): PNG => PNG.sync.read(Buffer.from(png))
  const [a, b] = [read(one), read(other)]
  if (a.width !== b.width || a.height !== b.height)
    return { share: 1 }
  const [small, smallToo] = [shrunk(a), shrunk(b)]
  const seen = new PNG({ width: small.width, height: small.height })
  const points = pixelmatch(small.data, smallToo.data, seen.data, small.width, small.height, { threshold: 0.15, includeAA: true })
  return { share: points / (small.width * small.height), picture: PNG.sync.write(seen) }
}
