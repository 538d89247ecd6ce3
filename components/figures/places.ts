/** Places in the model's disc, for drawings in which a piece finds its place. */
import type { Point } from '../shapes/polygon'
import { pieces, RADIUS } from '../shapes/shapes'

/** Where a piece's middle lies in a disc, px of the canvas. */
export function discPlace(piece: number, [x, y]: Point, radius: number): Point {
  const [px, py] = pieces[piece]!.middle
  return [x + px * radius / RADIUS, y + py * radius / RADIUS]
}

/** The longer side of a piece in a disc, px of the canvas. */
export const pieceSize = (piece: number, radius: number) =>
  Math.max(pieces[piece]!.width, pieces[piece]!.height) * radius / RADIUS
