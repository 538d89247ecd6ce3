/** Where the drawing hand's lines go. Points and lengths are px of the 980-wide canvas. */
export type Point = readonly [x: number, y: number]

/** Length of an arrow head's two strokes, px: one for the whole deck. */
const HEAD = 11

const round = (n: number) => Math.round(n * 10) / 10
const at = (...points: Point[]) => points.map(([x, y]) => `${round(x)} ${round(y)}`).join(' ')

/**
 * A line that may bend, and its open head.
 * @param bend how far the middle stands off the straight line, px; positive bends to the left of travel
 * @returns SVG path data for the shaft and for the head
 */
export function arrow(from: Point, to: Point, bend = 0): { shaft: string, head: string } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  const middle: Point = [(from[0] + to[0]) / 2 + (dy / length) * bend * 2, (from[1] + to[1]) / 2 - (dx / length) * bend * 2]
  // A quadratic curve arrives along the line from its control point.
  const angle = bend ? Math.atan2(to[1] - middle[1], to[0] - middle[0]) : Math.atan2(dy, dx)
  const side = (turn: number): Point => [to[0] - HEAD * Math.cos(angle + turn), to[1] - HEAD * Math.sin(angle + turn)]
  return {
    shaft: bend ? `M${at(from)} Q${at(middle, to)}` : `M${at(from)} L${at(to)}`,
    head: `M${at(side(0.5))} L${at(to)} L${at(side(-0.5))}`,
  }
}

/** Points spread evenly on a circle, the first at `start` radians. */
export function around(center: Point, radius: number, count: number, start = -Math.PI / 2): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = start + (i * 2 * Math.PI) / count
    return [round(center[0] + radius * Math.cos(angle)), round(center[1] + radius * Math.sin(angle))]
  })
}

/** A closed path through the points. */
export function polygon(points: readonly Point[]): string {
  return `M${points.map(p => at(p)).join(' L')} Z`
}

/**
 * The sentences of a text alternative that hold at this step: the first one
 * always, one more with each click.
 */
export function told(step: number, sentences: readonly string[]): string {
  return sentences.slice(0, Math.max(0, step) + 1).join(' ')
}

/** An open curve through the points, without a corner (Catmull and Rom's, as Bézier curves). */
export function smooth(points: readonly Point[]): string {
  const curves = points.slice(1).map((to, i) => {
    const [before, from, after] = [points[Math.max(0, i - 1)]!, points[i]!, points[Math.min(points.length - 1, i + 2)]!]
    const leaving: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const arriving: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    return `C${at(leaving, arriving, to)}`
  })
  return `M${at(points[0]!)}${curves.join('')}`
}
