/** Where a crowd may stand on the page: everywhere but where its words are. px of the canvas. */
import type { Point } from './polygon'

export const PAGE = [980, 551] as const

/** Left, top, right and bottom of the places kept clear: headline and number, foot. */
export const CLEAR = [[-60, -60, 410, 330], [-60, 508, 560, 620]] as const

/** Whether no corner lies in a place kept clear. */
export function clearOf(points: readonly Point[]): boolean {
  return points.every(([x, y]) => CLEAR.every(([left, top, right, bottom]) => x < left || x > right || y < top || y > bottom))
}
