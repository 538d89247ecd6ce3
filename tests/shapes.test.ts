import { describe, expect, it } from 'vitest'
import { area, contains, type Point } from '../components/shapes/polygon'
import { narrator, outline, pieces, RADIUS } from '../components/shapes/shapes'
import { silhouette, unlikeness } from '../components/shapes/silhouette'

/**
 * No two silhouettes are less unlike than this: turned, mirrored and scaled to
 * agree as well as they can, the two still differ in 6 % of their areas' sum.
 */
const UNLIKE = 0.06

const outlines = pieces.map(({ points }) => points)
const areas = outlines.map(area)
const disc = Math.PI * RADIUS ** 2
const mean = disc / pieces.length

const key = ([x, y]: Point) => `${x},${y}`
/** Every edge of some pieces with its direction, as two keys. */
const edgesOf = (list: readonly (readonly Point[])[]) => list.flatMap(points =>
  points.map((from, i) => [key(from), key(points[(i + 1) % points.length]!)] as const))
/** Edges of which the other side belongs to nobody, and that do not run along the rim. */
function openEdges(list: readonly (readonly Point[])[]): string[] {
  const edges = edgesOf(list)
  const all = new Set(edges.map(edge => edge.join(' ')))
  const onRim = (end: string) => Math.hypot(...end.split(',').map(Number)) > RADIUS - 4
  return edges.filter(([from, to]) => !all.has(`${to} ${from}`) && !(onRim(from) && onRim(to))).map(edge => edge.join(' to '))
}
/** A point on every eighth unit of the disc that lies in no piece, or in more than one. */
function misfits(list: readonly (readonly Point[])[]): string[] {
  const boxes = list.map(points => [0, 1].map(axis => points.map(p => p[axis]!)).map(values => [Math.min(...values), Math.max(...values)] as const))
  const found: string[] = []
  // Off whole numbers, so that no point lies on an edge's end; within the rim's own polygon.
  for (let x = -RADIUS + 0.37; x < RADIUS; x += 8) {
    for (let y = -RADIUS + 0.41; y < RADIUS; y += 8) {
      if (Math.hypot(x, y) > RADIUS - 4)
        continue
      const holders = list.filter((points, i) => boxes[i]!.every(([low, high], axis) => [x, y][axis]! >= low && [x, y][axis]! <= high) && contains(points, [x, y]))
      if (holders.length !== 1)
        found.push(`${x},${y} lies in ${holders.length} pieces`)
    }
  }
  return found
}

const silhouettes = outlines.map(silhouette)
/** How unlike each is to the one that it is least unlike, from both sides at once. */
const nearest = silhouettes.map(() => Infinity)
for (const [i, one] of silhouettes.entries()) {
  for (let j = 0; j < i; j++) {
    const value = unlikeness(one, silhouettes[j]!)
    nearest[i] = Math.min(nearest[i]!, value)
    nearest[j] = Math.min(nearest[j]!, value)
  }
}

/** Where a path's rounded corners lie, read step by step as a browser does. @throws where it is no such path */
function corners(path: string): Point[] {
  const n = '(-?\\d+(?:\\.\\d+)?) ?'
  if (!new RegExp(`^M(?:${n}${n}l?|q${n}${n}${n}${n}l?)+Z$`).test(path))
    throw new Error(`No path: ${path}`)
  let at: Point = [0, 0]
  return [...path.matchAll(/([Mlq])([^MlqZ]+)/g)].flatMap(([, command, given]) => {
    const steps = given!.match(/-?[\d.]+/g)!.map(Number)
    const corner: Point = [at[0] + steps[0]!, at[1] + steps[1]!]
    at = [at[0] + steps.at(-2)!, at[1] + steps.at(-1)!]
    return command === 'q' ? [corner] : []
  })
}

describe('the two hundred shapes', () => {
  it('are two hundred', () => {
    expect(pieces).toHaveLength(200)
  })

  it('tile the disc: the areas sum to its own, and each place in it belongs to just one', () => {
    expect(Math.abs(areas.reduce((sum, a) => sum + a, 0) / disc - 1)).toBeLessThan(0.01)
    expect(openEdges(outlines)).toEqual([])
    expect(misfits(outlines)).toEqual([])
  })

  it('show a hole, and two that overlap', () => {
    expect(openEdges(outlines.slice(1)).length).toBeGreaterThan(2)
    expect(misfits(outlines.slice(1))).toContainEqual(expect.stringContaining('lies in 0 pieces'))
    const moved = outlines.map((points, i) => i ? points : points.map(([x, y]): Point => [x + 20, y]))
    expect(misfits(moved)).toContainEqual(expect.stringContaining('lies in 2 pieces'))
  })

  it('hold no sliver and no giant: a third of the mean area to three times it', () => {
    expect(areas.filter(a => a < mean / 3 || a > mean * 3)).toEqual([])
  })

  it('agree in no silhouette, however turned, mirrored or scaled', () => {
    expect(Math.min(...nearest)).toBeGreaterThanOrEqual(UNLIKE)
  })

  it('would show a twin, turned, mirrored and scaled', () => {
    const twin = (turn: number, side: number, scale: number) => outlines[23]!.map(([x, y]): Point => [
      scale * (side * x * Math.cos(turn) - y * Math.sin(turn)),
      scale * (side * x * Math.sin(turn) + y * Math.cos(turn)),
    ])
    for (const [turn, side, scale] of [[0, 1, 3], [1.234, 1, 0.5], [2.5, -1, 2], [0.4321, -1, 0.7]] as const)
      expect(unlikeness(silhouettes[23]!, silhouette(side < 0 ? twin(turn, side, scale).reverse() : twin(turn, side, scale)))).toBeLessThan(UNLIKE)
  })

  it('have the narrator least like all others, of those off the rim', () => {
    const interior = nearest.map((value, i) => outlines[i]!.every(p => Math.hypot(...p) < RADIUS - 2) ? value : 0)
    expect(narrator).toBe(interior.indexOf(Math.max(...interior)))
  })

  it('are drawn each by another path, at the size asked for', () => {
    expect(new Set(pieces.map(piece => outline(piece, 1))).size).toBe(200)
    for (const piece of pieces) {
      const walked = corners(outline(piece, 0.5))
      const [xs, ys] = [walked.map(([x]) => x), walked.map(([, y]) => y)]
      expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(piece.width / 2, 0)
      expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(piece.height / 2, 0)
    }
    expect(() => corners('M1 2q3 4 5 6.5.5Z')).toThrow()
  })
})
