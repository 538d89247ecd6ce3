/** Where the drawing hand's lines go. Points and lengths are px of the 980-wide canvas. */
export type Point = readonly [x: number, y: number]

const round = (n: number) => Math.round(n * 10) / 10
const at = (...points: Point[]) => points.map(([x, y]) => `${round(x)} ${round(y)}`).join(' ')

/** Points spread evenly on a circle, the first at `start` radians. */
export function around(center: Point, radius: number, count: number, start = -Math.PI / 2): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = start + (i * 2 * Math.PI) / count
    return [round(center[0] + radius * Math.cos(angle)), round(center[1] + radius * Math.sin(angle))]
  })
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
