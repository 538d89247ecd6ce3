/** The cells a disc is cut from, at making time only: like sizes, no order. */
import { Delaunay } from 'd3-delaunay'
import { area, centroid, type Point } from '../../components/shapes/polygon'

export interface Cells {
  outlines: readonly (readonly Point[])[]
  /** For each cell, those it shares an edge with. */
  neighbours: readonly (readonly number[])[]
}

/** Sutherland and Hodgman's clipping of a polygon by a convex one. */
function clip(cell: readonly Point[], by: readonly Point[]): Point[] {
  return by.reduce<readonly Point[]>((polygon, [ax, ay], i) => {
    const [bx, by_] = by[(i + 1) % by.length]!
    const side = ([x, y]: Point) => (bx - ax) * (y - ay) - (by_ - ay) * (x - ax)
    return polygon.flatMap((p, j) => {
      const q = polygon[(j + 1) % polygon.length]!
      const [from, to] = [side(p), side(q)]
      const part = from / (from - to)
      const cross: Point = [p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part]
      const crossing = from >= 0 !== to >= 0 ? [cross] : []
      return from >= 0 ? [p, ...crossing] : crossing
    })
  }, cell) as Point[]
}

/** Voronoi cells of the points, clipped by the disc. */
function cellsOf(points: readonly Point[], radius: number): Cells {
  const rim = Array.from({ length: 90 }, (_, i) => i * Math.PI / 45)
    .map((angle): Point => [radius * Math.cos(angle), radius * Math.sin(angle)])
  const [from, to] = [-2 * radius, 2 * radius]
  const voronoi = Delaunay.from(points as [number, number][]).voronoi([from, from, to, to])
  return {
    outlines: points.map((_, i) => clip(([...voronoi.cellPolygon(i)] as Point[]).slice(1), rim)),
    neighbours: points.map((_, i) => [...voronoi.neighbors(i)]),
  }
}

/**
 * Cuts a disc about 0,0 into cells of like size: points at random, relaxed twice by Lloyd's method.
 * @param random a number from 0 to below 1
 */
export function cutDisc(radius: number, count: number, random: () => number): Cells {
  let points = Array.from({ length: count }, (): Point => {
    const [r, angle] = [radius * Math.sqrt(random()), random() * 2 * Math.PI]
    return [r * Math.cos(angle), r * Math.sin(angle)]
  })
  for (let i = 0; i < 2; i++)
    points = cellsOf(points, radius).outlines.map(centroid)
  return cellsOf(points, radius)
}

const keyOf = ([x, y]: Point) => `${Math.round(x)},${Math.round(y)}`
export const pointOf = (key: string) => key.split(',').map(Number) as unknown as Point

/** Outline of some cells together, as keys of whole-numbered points; none where they do not hang together. */
export function joined(cells: readonly (readonly Point[])[]): string[] | undefined {
  const next = new Map<string, string>()
  const edgesOf = (cell: readonly Point[]) => cell.map((p, i) => `${keyOf(p)} ${keyOf(cell[(i + 1) % cell.length]!)}`)
  const edges = new Set(cells.flatMap(edgesOf))
  for (const edge of edges) {
    const [from, to] = edge.split(' ') as [string, string]
    if (from === to || edges.has(`${to} ${from}`))
      continue
    if (next.has(from))
      return undefined // two parts touch at a corner
    next.set(from, to)
  }
  const loop = [[...next.keys()][0]!]
  for (let at = next.get(loop[0]!); at !== loop[0]; at = next.get(at!)) {
    if (at === undefined || loop.length > next.size)
      return undefined
    loop.push(at)
  }
  return loop.length === next.size ? loop : undefined
}

/**
 * Takes out corners where only two pieces meet and that are hardly corners; both do without, so that they still fit.
 * @param outlines as {@link joined} gives them
 */
export function straightened(outlines: readonly string[][], radius: number): Point[][] {
  const meeting = new Map<string, number>()
  for (const key of outlines.flat())
    meeting.set(key, (meeting.get(key) ?? 0) + 1)
  const dropped = new Set<string>()
  for (const keys of outlines) {
    for (const [i, key] of keys.entries()) {
      const [before, after] = [keys.at(i - 1)!, keys[(i + 1) % keys.length]!]
      const [a, b, c] = [pointOf(before), pointOf(key), pointOf(after)]
      const onRim = Math.hypot(...b) > radius - 2
      const bend = Math.abs(area([a, b, c])) * 2 / Math.hypot(c[0] - a[0], c[1] - a[1])
      if (!onRim && meeting.get(key) === 2 && bend < 4 && !dropped.has(before) && !dropped.has(after))
        dropped.add(key)
    }
  }
  return outlines.map(keys => keys.filter(key => !dropped.has(key)).map(pointOf))
}
