/**
 * The two hundred shapes: one disc, cut into pieces of which no two agree.
 * They are the people; laid together they are the model. shapes.json holds
 * their outlines, in steps of {@link UNIT}; scripts/shapes cut them.
 */
import { area, centroid, type Point } from './polygon'
import data from './shapes.json'

export interface Piece {
  /** Corners, clockwise on screen, around the disc's middle. */
  points: readonly Point[]
  /** Middle of the box around it, and the box's size. */
  middle: Point
  width: number
  height: number
  /** Where in the disc it lies: 0 at nine o'clock, then clockwise to below 1. */
  turn: number
}

export const RADIUS = 500
/** Of shapes.json: finer than a pixel of any slide's disc, and coarse enough to be small. */
export const UNIT = 1.6

/** @param steps x and y of the first corner, then of the way to each next one: smaller numbers, a smaller file */
function measured(steps: readonly number[]): Piece {
  const points: Point[] = []
  // Whole numbers until they are points, so that corners that meet are the same to the last digit.
  for (let i = 0, [x, y] = [0, 0]; i < steps.length; i += 2)
    points.push([(x += steps[i]!) * UNIT, (y += steps[i + 1]!) * UNIT])
  const [xs, ys] = [points.map(p => p[0]), points.map(p => p[1])]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [x, y] = centroid(points)
  return {
    points,
    middle: [(left + right) / 2, (top + bottom) / 2],
    width: right - left,
    height: bottom - top,
    turn: (Math.atan2(y, x) / (2 * Math.PI) + 0.5) % 1,
  }
}

export const pieces: readonly Piece[] = data.pieces.map(measured)
/** Index of the piece that stands for the post's author: the one least like all others. */
export const narrator: number = data.narrator

/** How round scissors go around a corner, as a share of a piece's mean width. */
const ROUNDNESS = 0.18

/**
 * A piece's outline, its corners rounded as by scissors.
 * @param scale px for a unit of {@link RADIUS} / 500
 * @param middle the point of the piece's own space that comes to lie at 0,0: its middle, or 0,0 to leave it in the disc
 * @param grain px that numbers are rounded to: two hundred large pieces need none as fine as one that stands alone
 * @returns SVG path data, px, from point to point: half as long as places would be
 */
export function outline(piece: Piece, scale: number, middle: Point = piece.middle, grain = 0.1): string {
  const points = piece.points.map(([x, y]): Point => [(x - middle[0]) * scale / grain, (y - middle[1]) * scale / grain])
  const reach = ROUNDNESS * Math.sqrt(Math.abs(area(points)))
  const towards = ([x, y]: Point, [tx, ty]: Point): Point => {
    const length = Math.hypot(tx - x, ty - y)
    const part = Math.min(reach / length, 0.5)
    return [x + (tx - x) * part, y + (ty - y) * part]
  }
  let at: Point = [0, 0]
  const from = ([x, y]: Point, [px, py]: Point) =>
    [x - px, y - py].map(steps => Number((steps * grain).toFixed(2))).join(' ')
  const corners = points.map((corner, i) => {
    const [before, after] = [points.at(i - 1)!, points[(i + 1) % points.length]!]
    const [start, control, end] = [towards(corner, before), corner, towards(corner, after)]
      .map(([x, y]): Point => [Math.round(x), Math.round(y)]) as [Point, Point, Point]
    const path = `${from(start, at)}q${from(control, start)} ${from(end, start)}`
    at = end
    return path
  })
  return `M${corners.join('l')}Z`.replaceAll('l0 0q', 'q').replaceAll(' -', '-')
}

/**
 * Where a piece stands.
 * @param index among the two hundred
 * @param size the longer side of its box, px
 * @param x its middle, px
 * @param ground what it stands on, px from the top
 * @returns the middle of its box
 */
export function standing(index: number, size: number, x: number, ground: number): Point {
  const { width, height } = pieces[index]!
  return [x, ground - size * height / Math.max(width, height) / 2]
}
