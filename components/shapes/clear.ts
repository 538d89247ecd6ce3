/** Where a crowd may stand on the page: everywhere but where its words are. px of the canvas. */
import type { Point } from './polygon'

export const PAGE = [980, 551] as const

/** Left, top, right and bottom of the places kept clear: headline and number, foot. */
export const CLEAR = [[-60, -60, 410, 330], [-60, 496, 328, 620]] as const

/**
 * Whether no corner lies in a place kept clear.
 * @param slack how far one may reach into it, px
 */
export function clearOf(points: readonly Point[], slack = 0): boolean {
  return points.every(([x, y]) => CLEAR.every(([left, top, right, bottom]) => x < left + slack || x > right - slack || y < top + slack || y > bottom - slack))
}
