/** The two hundred shapes, as the talk tells of them. */
import { expect, it } from 'vitest'
import { area, type Point } from '../../components/shapes/polygon'
import { outline, pieces, RADIUS } from '../../components/shapes/shapes'
import { silhouette, unlikeness } from '../../scripts/shapes/silhouette'

const outlines = pieces.map(({ points }) => points)
const disc = Math.PI * RADIUS ** 2

/** Edges of which the other side belongs to nobody, and that do not run along the rim. */
function openEdges(list: readonly (readonly Point[])[]): string[] {
  const edges = list.flatMap(points => points.map((from, i) => [from, points[(i + 1) % points.length]!].map(String)))
  const all = new Set(edges.map(edge => edge.join(' ')))
  const onRim = (end: string) => Math.hypot(...end.split(',').map(Number)) > RADIUS - 4
  return edges.filter(([from, to]) => !all.has(`${to} ${from}`) && !(onRim(from!) && onRim(to!))).map(String)
}

it('tile the disc: two hundred, edge to edge, none a sliver or a giant', () => {
  const areas = outlines.map(area)
  expect(areas).toHaveLength(200)
  expect(Math.abs(areas.reduce((sum, a) => sum + a, 0) / disc - 1)).toBeLessThan(0.01)
  expect(areas.filter(a => a < disc / 600 || a > disc * 3 / 200)).toEqual([])
  expect(openEdges(outlines)).toEqual([])
  expect(openEdges(outlines.slice(1)).length).toBeGreaterThan(2)
})

it('agree in no silhouette, however turned, mirrored or scaled: two differ in 6 % of their areas’ sum', () => {
  const silhouettes = outlines.map(silhouette)
  const twin = silhouette(outlines[23]!.map(([x, y]): Point => [0.7 * (x - y), 0.7 * (x + y)]))
  expect(unlikeness(silhouettes[23]!, twin)).toBeLessThan(0.06)
  const alike = silhouettes.flatMap((one, i) => silhouettes.slice(0, i)
    .flatMap((other, j) => unlikeness(one, other) < 0.06 ? [`${i} and ${j}`] : []))
  expect(alike).toEqual([])
  expect(new Set(pieces.map(piece => outline(piece, 1))).size).toBe(200)
})
