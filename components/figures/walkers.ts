/** Who walks in: pieces chosen for their silhouettes. As many on each path, since the post says "many" and no number. */
import type { Point } from '../drawing/geometry'
import { pieces } from '../shapes/shapes'

export interface Walker { piece: number, at: Point, size: number, turn?: number }

/** px: how tall a walker is, in turn; the crowd must not stand like a fence. */
const HEIGHTS = [84, 64, 76, 58, 80, 68, 86]

/**
 * People on one level path, each on its own feet.
 * They stand closer or wider as there is room: no two touch.
 * @param list indices of the pieces, from the path's start on
 * @param ground the path's upper edge, px from the top
 */
export function walking(list: readonly number[], ground: number, from: number, to: number): Walker[] {
  const crowd = list.map((index, i) => {
    const tall = HEIGHTS[(i * 3 + index) % HEIGHTS.length]!
    return { index, tall, wide: tall * pieces[index]!.width / pieces[index]!.height }
  })
  const gap = (to - from - crowd.reduce((sum, { wide }) => sum + wide, 0)) / (list.length - 1)
  let x = from
  return crowd.map(({ index, tall, wide }) => {
    x += wide + gap
    return { piece: index, at: [x - gap - wide / 2, ground - tall / 2], size: Math.max(tall, wide) }
  })
}

export const paths = [
  { name: 'PhD', y: 244, list: [4, 31, 71, 6, 134, 23, 77, 61] },
  { name: 'graduate', y: 360, list: [19, 121, 142, 37, 17, 159, 87, 98] },
  { name: 'undergraduate', y: 476, list: [180, 131, 14, 146, 91, 106, 43, 150] },
] as const

/** From the page's edges, without a path. */
export const others: readonly Walker[] = [
  { piece: 118, at: [880, 420], size: 230, turn: 10 },
  { piece: 189, at: [966, 208], size: 150 },
  { piece: 69, at: [726, 366], size: 150, turn: -14 },
  { piece: 145, at: [930, 64], size: 96 },
]
