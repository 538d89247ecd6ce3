/** Who walks in: pieces chosen for their silhouettes, all as tall. As many on each line, since the post says "many" and no number. */
import type { Point } from '../drawing/geometry'
import { pieces, standing } from '../shapes/shapes'

/** px. */
const TALL = 88

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
  { name: 'PhD', y: 260, list: [[82, 254], [142, 334], [27, 412]] },
  { name: 'graduate', y: 375, list: [[121, 254], [33, 336], [71, 412]] },
  { name: 'undergraduate', y: 490, list: [[6, 254], [144, 334], [89, 412]] },
] as const

/** Who is there: one from each line. */
export const arrived = [[26, 560, 332, 6], [116, 622, 412, 4], [14, 552, 482, 6]] as const

/** From around the world, without a line. */
export const others = [[104, 670, 322, -8], [87, 680, 472, -10], [51, 752, 394, -12], [133, 838, 356, -10]] as const
