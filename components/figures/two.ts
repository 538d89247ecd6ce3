/** Places along the stroke of a large numeral two. px of the canvas. */
import type { Point } from '../drawing/geometry'

const RADIUS = 136
/** The stroke's middle: a bow, a diagonal, a foot. */
const BOW: readonly Point[] = Array.from({ length: 37 }, (_, i): Point => {
  const angle = (i * 6 - 165) * Math.PI / 180
  return [604 + RADIUS * Math.cos(angle), 198 + RADIUS * Math.sin(angle)]
})
const STROKE: readonly Point[] = [...BOW, [446, 474], [740, 474]]
/** Beside each other, and how far apart, px. */
const [ABREAST, GAP] = [4, 26]

/**
 * @param count how many places, spread evenly along the stroke
 * @returns each with how large a shape is that has room there; less on the inside of the bow
 */
export function two(count: number): { at: Point, size: number }[] {
  const lengths = STROKE.slice(1).map(([x, y], i) => Math.hypot(x - STROKE[i]![0], y - STROKE[i]![1]))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  const rows = Math.ceil(count / ABREAST)
  const places = Array.from({ length: count }, (_, i) => {
    const across = (i % ABREAST - (ABREAST - 1) / 2) * GAP
    let along = (Math.floor(i / ABREAST) + (i % 2 ? 0.75 : 0.25)) * whole / rows
    const leg = lengths.findIndex((length) => (along -= length) < 0)
    const [[ax, ay], [bx, by], length] = [STROKE[leg]!, STROKE[leg + 1]!, lengths[leg]!]
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length]
    const size = leg < BOW.length - 1 ? 25 * (1 - across / RADIUS) : 25
    return { size, at: [bx + ux * along - uy * across, by + uy * along + ux * across] as [number, number] }
  })
  // Where the diagonal turns into the foot they'd lie on each other: push apart who stands too near.
  for (let round = 0; round < 40; round++) {
    for (const [i, { at: a }] of places.entries()) {
      for (const { at: b } of places.slice(i + 1)) {
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
        const push = Math.max(0, 21 / (Math.hypot(dx, dy) || 1) - 1) / 4
        a[0] -= dx * push, a[1] -= dy * push, b[0] += dx * push, b[1] += dy * push
      }
    }
  }
  return places
}
