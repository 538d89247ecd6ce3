/**
 * Who knows what, drawn: four shapes, each at work in a hand of its own, in which they answer too. px of the canvas.
 */
import type { Point } from '../drawing/geometry'

/** How a line goes, turn by turn: how far along (turns), how far across (-1 to 1). */
type Hand = (turn: number) => Point
/** Where a line begins, px across, and px of a turn. */
type Stroke = readonly [x: number, y: number, wide: number, long: number]

const TAU = 2 * Math.PI
export const zigzag: Hand = t => [t, Math.abs((4 * t + 1) % 4 - 2) - 1]
export const wave: Hand = t => [t, Math.sin(TAU * t)]
export const meander: Hand = t => [t - 0.13 * Math.sin(2 * TAU * t), Math.sin(TAU * t)]
export const loops: Hand = t => [t + 0.38 * (1 - Math.cos(TAU * t)), Math.sin(TAU * t)]
export const steps: Hand = t => [t - 0.06 * Math.sin(4 * TAU * t), -Math.tanh(6 * Math.sin(TAU * t))]

/** A line in somebody's hand, for so many turns to the right. */
export function written(hand: Hand, [x, y, wide, long]: Stroke, turns: number): string {
  const points = Array.from({ length: Math.round(turns * 48) + 1 }, (_, i) => hand(i / 48))
  const at = ([along, across]: Point) => `${(x + along * long).toFixed(1)} ${(y + across * wide).toFixed(1)}`
  return `M${points.map(at).join('L')}`
}

/** Name, piece, middle, size, hand, and the px of a turn. */
export const experts = [
  ['data', 178, [676, 82], 132, steps, 66],
  ['training', 103, [652, 196], 108, zigzag, 62],
  ['history', 47, [672, 317], 112, meander, 84],
  ['role play', 151, [652, 426], 130, loops, 68],
] as const
