/** Who walks in: pieces chosen for their silhouettes, all of one scale. As many on each path, since the post says "many" and no number. */
import type { Point } from '../drawing/geometry'
import { pieces, standing } from '../shapes/shapes'

export interface Walker { piece: number, at: Point, size: number, turn: number }

/** px for a unit of the pieces' own. */
const SCALE = 0.6
const sizeOf = (piece: number) => Math.max(pieces[piece]!.width, pieces[piece]!.height) * SCALE

/**
 * People on one level path, leaning as they walk and talk, close or wide as there is room.
 * @param list indices of the pieces, from the path's start on
 * @param ground the path's upper edge, px from the top
 */
export function walking(list: readonly number[], ground: number, from: number, to: number): Walker[] {
  const width = (piece: number) => pieces[piece]!.width * SCALE
  const gap = (to - from - list.reduce((sum, piece) => sum + width(piece), 0)) / list.length
  let x = from
  return list.map((piece, i) => {
    x += width(piece) + gap
    return { piece, at: standing(piece, sizeOf(piece), x - width(piece) / 2 - gap * ((i + piece) % 3) / 3, ground - ((i + piece) % 5 ? 0 : 16)), size: sizeOf(piece), turn: (i * 3 + piece) % 7 * 7 - 21 }
  })
}

export const paths = [
  { name: 'PhD', y: 258, list: [4, 31, 142, 6, 134, 23, 77, 61, 118, 26, 64, 110, 36] },
  { name: 'graduate', y: 363, list: [19, 121, 71, 199, 17, 45, 87, 131, 43, 9, 183, 72, 25] },
  { name: 'undergraduate', y: 468, list: [147, 180, 14, 91, 146, 106, 81, 150, 192, 37, 130, 99, 168] },
] as const

/** From the page's edges, without a path. */
export const others: readonly Walker[] = ([
  [189, 960, 70, -30], [75, 944, 178, -70], [157, 972, 272, -100], [105, 926, 346, -50], [154, 968, 430, -80],
  [34, 938, 530, -20], [88, 826, 536, 0], [196, 724, 544, 12],
] as const).map(([piece, x, y, turn]) => ({ piece, at: [x, y], turn, size: sizeOf(piece) }))
