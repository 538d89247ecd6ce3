/** Who knows what, drawn: shapes, each at work in a hand of its own, in which they answer too. px of the canvas. */
import type { Point } from '../drawing/geometry'
import type { fields } from './questions'

/** How a line goes, turn by turn: how far along (turns), how far across (-1 to 1). */
type Hand = (turn: number) => Point

interface Expert {
  piece: number
  at: Point
  size: number
  /** From the middle: the field's name, and where an answer sets out. */
  name: Point
  back: Point
  hand: Hand
  /** Own work: where it begins, px across, and px of a turn. */
  work: readonly [x: number, y: number, wide: number, long: number]
}

const TAU = 2 * Math.PI
const zigzag: Hand = t => [t, Math.abs((4 * t + 1) % 4 - 2) - 1]
const meander: Hand = t => [t - 0.13 * Math.sin(2 * TAU * t), Math.sin(TAU * t)]
const loops: Hand = t => [t + 0.38 * (1 - Math.cos(TAU * t)), Math.sin(TAU * t)]
const spiral: Hand = t => [1 - (1 - t / 3) * Math.cos(TAU * t), (1 - t / 3) * Math.sin(TAU * t)]

/** A line in somebody's hand, for so many turns: to the right, or, `long` being negative, to the left. */
export function written(hand: Hand, [x, y, wide, long]: Expert['work'], turns: number): string {
  return Array.from({ length: Math.round(turns * 36) + 1 }, (_, i) => hand(i / 36)).map(([along, across]) => `L${(x + along * long).toFixed(1)} ${(y + across * wide).toFixed(1)}`).join('')
}

export const experts: Record<(typeof fields)[number], Expert> = {
  'data': { piece: 28, at: [700, 76], size: 128, name: [2, 10], back: [0, 0], hand: spiral, work: [812, 78, 64, 64] },
  'training': { piece: 54, at: [664, 197], size: 142, name: [-2, 4], back: [-10, 18], hand: zigzag, work: [780, 204, 40, 58] },
  'history': { piece: 178, at: [694, 317], size: 126, name: [8, 2], back: [-44, 22], hand: meander, work: [794, 314, 40, 84] },
  'role play': { piece: 151, at: [664, 429], size: 150, name: [-14, 15], back: [-40, 20], hand: loops, work: [770, 430, 42, 68] },
}
