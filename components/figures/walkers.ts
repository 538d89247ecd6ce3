/** Who walks in: pieces chosen for their silhouettes, all as tall. As many on each line, since the post says "many" and no number. */
import type { Point } from '../drawing/geometry'
import { pieces, standing } from '../shapes/shapes'

/** px. */
const TALL = 80

/** Somebody who stands there, leaning; `head` is the top of the highest knob, where a cap sits. */
export function walker([piece, x, ground, turn]: readonly [piece: number, x: number, ground: number, turn: number]) {
  const { points, middle, width, height } = pieces[piece]!
  const scale = TALL / Math.max(width, height)
  const angle = turn * Math.PI / 180
  const turned = points.map(p => [p[0] - middle[0], p[1] - middle[1]]).map(([px, py]): Point =>
    [(px! * Math.cos(angle) - py! * Math.sin(angle)) * scale, (px! * Math.sin(angle) + py! * Math.cos(angle)) * scale])
  const top = Math.min(...turned.map(p => p[1]))
  const knob = turned.filter(p => p[1] < top + 12)
  const at = standing(piece, TALL, x, ground)
  const head: Point = [at[0] + knob.reduce((sum, p) => sum + p[0], 0) / knob.length, at[1] + top]
  return { piece, at, size: TALL, turn, head }
}

export const lines = [
  { name: 'PhD', y: 260, end: 346, list: [[82, 244], [142, 316], [27, 386]] },
  { name: 'graduate', y: 375, end: 375, list: [[121, 244], [33, 316], [71, 386]] },
  { name: 'undergraduate', y: 490, end: 404, list: [[6, 244], [144, 316], [89, 386]] },
] as const

/** Who is there: one from each line. */
export const arrived = [[26, 562, 366, 6], [116, 636, 422, 4], [14, 566, 478, 6]] as const

/** From around the world, without a line; and who is there still. */
export const others = [[104, 672, 334, -8], [87, 682, 484, -10], [56, 782, 397, 2]] as const
export const abroad = [[133, 916, 356, -10], [43, 916, 468, -12]] as const
