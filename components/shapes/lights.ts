/** Places and lights in the model's disc, for drawings in which a piece finds its place. */
import { contains, distance, type Point } from './polygon'
import { pieces, RADIUS } from './shapes'

/** Where a piece's middle lies in a disc, px of the canvas. */
export function discPlace(piece: number, [x, y]: Point, radius: number): Point {
  const [px, py] = pieces[piece]!.middle
  return [x + px * radius / RADIUS, y + py * radius / RADIUS]
}

/** The point of a polygon furthest from its outline, and how far it is, as near as a grid of ten by ten finds it. */
function deepest(points: readonly Point[]): { middle: Point, room: number } {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top, width, height] = [Math.min(...xs), Math.min(...ys), Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
  return Array.from({ length: 100 }, (_, i): Point => [left + (i % 10 + 0.5) * width / 10, top + (Math.floor(i / 10) + 0.5) * height / 10])
    .filter(point => contains(points, point))
    .map(middle => ({ middle, room: Math.min(...points.map((corner, i) => distance(middle, corner, points[(i + 1) % points.length]!))) }))
    .reduce((best, its) => its.room > best.room ? its : best)
}

/** A light in a piece that stands by itself: `at` its middle and `size` its longer side, px of the canvas. */
export function lightIn(piece: number, [x, y]: Point, size: number): { at: Point, r: number } {
  const { points, middle: [px, py], width, height } = pieces[piece]!
  const scale = size / Math.max(width, height)
  const { middle, room } = deepest(points)
  return { at: [x + (middle[0] - px) * scale, y + (middle[1] - py) * scale], r: room * 0.7 * scale }
}

/** How far the light reaches, as a share of the disc's radius. */
const REACH = 1.6

/**
 * A light in each piece but one, from which they spread: the nearer, the larger.
 * @returns SVG path data, px of the canvas
 */
export function lights(from: number, at: Point, radius: number): string {
  const scale = radius / RADIUS
  const [fromX, fromY] = pieces[from]!.middle
  return pieces.flatMap(({ points }, i) => {
    const { middle: [x, y], room } = deepest(points)
    const share = 1 - Math.hypot(x - fromX, y - fromY) / RADIUS / REACH
    if (i === from || share < 0.1)
      return []
    const r = Math.min(room * 0.85, 34) * share * scale
    return `M${(at[0] + x * scale - r).toFixed(1)} ${(at[1] + y * scale).toFixed(1)}a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(2 * r).toFixed(1)} 0a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(-2 * r).toFixed(1)} 0Z`
  }).join('')
}
