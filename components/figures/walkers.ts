/** Who walks in: pieces chosen for their silhouettes, all of one scale. As many on each road, since the post says "many" and no number. */
import type { Point } from '../drawing/geometry'
import { pieces } from '../shapes/shapes'

export interface Walker { piece: number, at: Point, size: number, turn: number }

/** px for a unit of the pieces' own. */
const SCALE = 0.53
const sizeOf = (piece: number) => Math.max(pieces[piece]!.width, pieces[piece]!.height) * SCALE

/**
 * People on one level road, leaning as they walk and talk, with as much room between one and the next.
 * @param list indices of the pieces, from the road's start on
 * @param y the road's middle, px from the top
 */
export function walking(list: readonly number[], y: number, from: number, to: number): Walker[] {
  const width = (piece: number) => pieces[piece]!.width * SCALE
  const gap = (to - from - list.reduce((sum, piece) => sum + width(piece), 0)) / list.length
  let x = from
  return list.map((piece, i) => {
    x += width(piece) + gap
    return { piece, at: [x - width(piece) / 2, y + (i * 5 + piece) % 3 * 3 - 3], size: sizeOf(piece), turn: (i * 3 + piece) % 5 * 6 - 12 }
  })
}

export const paths = [
  { name: 'PhD', y: 234, list: [31, 142, 6, 110, 23] },
  { name: 'graduate', y: 344, list: [19, 121, 71, 131, 17] },
  { name: 'undergraduate', y: 454, list: [147, 91, 14, 98, 77] },
] as const

/** Who is there. */
export const arrived: readonly Walker[] = ([
  [4, 586, 252, 10], [61, 668, 236, -14], [118, 746, 272, 8], [26, 548, 344, 16], [199, 636, 312, 0], [81, 716, 356, -10],
  [43, 580, 400, 6], [180, 648, 408, -8], [150, 800, 350, 14], [64, 604, 466, -6], [34, 734, 444, 12],
] as const).map(([piece, x, y, turn]) => ({ piece, at: [x, y], turn, size: sizeOf(piece) }))

/** From the other edges, without a road, each with an arrowhead towards where they go: degrees, from the right with the clock. */
export const others = ([
  [189, 946, 78, -30, 132], [154, 936, 204, -80, 160], [105, 924, 316, -50, 178], [157, 944, 420, -100, 196], [75, 858, 514, 20, 236],
] as const).map(([piece, x, y, turn, ahead]) => ({ piece, at: [x, y] as Point, turn, size: sizeOf(piece), ahead }))
