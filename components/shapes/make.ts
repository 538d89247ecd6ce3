/**
 * Cuts a disc into two hundred pieces, each unlike every other, and writes
 * them to shapes.json: `npm run shapes`. Seeded, so that every run cuts alike.
 *
 * Points in a disc, relaxed by Lloyd's method, have Voronoi cells of like
 * size; neighbours are merged into pieces; then cells change hands between
 * pieces until no two silhouettes agree.
 */
import { writeFile } from 'node:fs/promises'
import { Delaunay } from 'd3-delaunay'
import { area, centroid, type Point } from './polygon'
import { seeded } from './seeded'
import { silhouette, unlikeness, type Silhouette } from './silhouette'

const RADIUS = 500
const PIECES = 200
const CELLS = 560
/** No two pieces are less unlike than this; the tests hold the data against the same bar. */
const APART = Number(process.env.APART ?? 0.09)

const random = seeded(Number(process.env.SEED ?? 7))
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

/** The disc as a polygon, clockwise on screen. */
const rim = Array.from({ length: 90 }, (_, i): Point => [RADIUS * Math.cos(i * Math.PI / 45), RADIUS * Math.sin(i * Math.PI / 45)])

/** Sutherland and Hodgman's clipping of a cell by the disc. */
function clip(cell: readonly Point[]): Point[] {
  return rim.reduce<readonly Point[]>((polygon, [ax, ay], i) => {
    const [bx, by] = rim[(i + 1) % rim.length]!
    const side = ([x, y]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    return polygon.flatMap((p, j) => {
      const q = polygon[(j + 1) % polygon.length]!
      const [from, to] = [side(p), side(q)]
      const crossing: Point[] = from >= 0 !== to >= 0 ? [[p[0] + (q[0] - p[0]) * from / (from - to), p[1] + (q[1] - p[1]) * from / (from - to)]] : []
      return from >= 0 ? [p, ...crossing] : crossing
    })
  }, cell) as Point[]
}

function relaxedPoints(): Point[] {
  let points = Array.from({ length: CELLS }, (): Point => {
    const [r, angle] = [RADIUS * Math.sqrt(random()), random() * 2 * Math.PI]
    return [r * Math.cos(angle), r * Math.sin(angle)]
  })
  for (let i = 0; i < 2; i++)
    points = cellsOf(points).cells.map(centroid)
  return points
}

function cellsOf(points: readonly Point[]) {
  const voronoi = Delaunay.from(points as [number, number][]).voronoi([-2 * RADIUS, -2 * RADIUS, 2 * RADIUS, 2 * RADIUS])
  const cells = points.map((_, i) => clip(([...voronoi.cellPolygon(i)] as Point[]).slice(1)))
  return { cells, neighbours: points.map((_, i) => [...voronoi.neighbors(i)]) }
}

const keyOf = ([x, y]: Point) => `${Math.round(x)},${Math.round(y)}`
const pointOf = (key: string) => key.split(',').map(Number) as unknown as Point

/** Outline of some cells together, as keys of whole-numbered points; none where they do not hang together. */
function outline(cells: readonly (readonly Point[])[]): string[] | undefined {
  const next = new Map<string, string>()
  const edges = new Set(cells.flatMap(cell => cell.map((p, i) => `${keyOf(p)} ${keyOf(cell[(i + 1) % cell.length]!)}`)))
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

const { cells, neighbours } = cellsOf(relaxedPoints())
const owner = cells.map((_, i) => i)
const members = new Map(cells.map((_, i) => [i, [i]]))
const areaOf = (piece: number) => members.get(piece)!.reduce((sum, cell) => sum + area(cells[cell]!), 0)
const outlineOf = (list: readonly number[]) => outline(list.map(cell => cells[cell]!))
const besides = (piece: number) => [...new Set(members.get(piece)!.flatMap(cell => neighbours[cell]!.map(n => owner[n]!)))].filter(n => n !== piece)

/** The smallest piece joins the smallest but one or two of its neighbours, until there are as many as wanted. */
while (members.size > PIECES) {
  const smallest = [...members.keys()].reduce((a, b) => areaOf(b) < areaOf(a) ? b : a)
  const hosts = besides(smallest).filter(piece => outlineOf([...members.get(piece)!, ...members.get(smallest)!]))
  const host = pick(hosts.sort((a, b) => areaOf(a) - areaOf(b)).slice(0, 3))
  members.get(host)!.push(...members.get(smallest)!)
  for (const cell of members.get(smallest)!)
    owner[cell] = host
  members.delete(smallest)
}

const mean = Math.PI * RADIUS ** 2 / PIECES
const sizeFits = (list: readonly number[]) => {
  const size = list.reduce((sum, cell) => sum + area(cells[cell]!), 0) / mean
  return size > 0.45 && size < 1.9
}
const seen = (list: readonly number[]): Silhouette => silhouette(outlineOf(list)!.map(pointOf))
const silhouettes = new Map([...members].map(([piece, list]) => [piece, seen(list)]))

/** How unlike two pieces are, worked out anew only for those that a move has changed. */
const table = new Map<number, Map<number, number>>()
function enter(piece: number): void {
  const row = new Map([...silhouettes].filter(([other]) => other !== piece).map(([other, its]) => [other, unlikeness(silhouettes.get(piece)!, its, APART * 1.1)]))
  table.set(piece, row)
  for (const [other, value] of row)
    table.get(other)?.set(piece, value)
}
for (const piece of members.keys())
  enter(piece)

/** How far a row falls below the bar, in sum. */
const shortfall = (row: Iterable<number>) => [...row].reduce((sum, value) => sum + Math.max(0, APART * 1.02 - value), 0)
const isBad = (piece: number) => shortfall(table.get(piece)!.values()) > 0 || !sizeFits(members.get(piece)!)

/** Hands a cell from one piece to another; takes it back where the two stand no better for it. */
function tryMove(from: number, to: number): void {
  const cell = pick(members.get(from)!.filter(c => neighbours[c]!.some(n => owner[n] === to)))
  const [left, grown] = [members.get(from)!.filter(c => c !== cell), [...members.get(to)!, cell]]
  if (!left.length || !outlineOf(left) || !outlineOf(grown))
    return
  const score = () => [from, to].reduce((sum, piece) => sum + shortfall(table.get(piece)!.values()) + (sizeFits(members.get(piece)!) ? 0 : 1), 0)
  const keep = { from: members.get(from)!, to: members.get(to)!, before: score() }
  const put = (a: readonly number[], b: readonly number[]) => {
    for (const [piece, list] of [[from, a], [to, b]] as const) {
      members.set(piece, [...list])
      silhouettes.set(piece, seen(list))
    }
    enter(from)
    enter(to)
    for (const c of a) owner[c] = from
    for (const c of b) owner[c] = to
  }
  put(left, grown)
  // A little worse is taken now and then, so that a stuck pair gets out of its corner.
  if (score() > keep.before + (random() < 0.15 ? 0.03 : 0))
    put(keep.from, keep.to)
}

let round = 0
for (let bad = [...members.keys()].filter(isBad); bad.length && round < 3000; bad = bad.filter(isBad).length ? [...members.keys()].filter(isBad) : [], round++) {
  for (const piece of bad) {
    const other = pick(besides(piece))
    if (random() < 0.5) tryMove(piece, other)
    else tryMove(other, piece)
  }
  if (round % 20 === 0)
    console.log(round, bad.length, bad.filter(p => !sizeFits(members.get(p)!)).length)
}
console.log('rounds', round, members.size)

/** Corners where only two pieces meet, and hardly a corner: both do without it, so that they still fit. */
function straighten(outlines: Map<number, string[]>): Map<number, string[]> {
  const meeting = new Map<string, number>()
  for (const key of [...outlines.values()].flat())
    meeting.set(key, (meeting.get(key) ?? 0) + 1)
  const dropped = new Set<string>()
  for (const keys of outlines.values()) {
    for (const [i, key] of keys.entries()) {
      const [before, after] = [keys.at(i - 1)!, keys[(i + 1) % keys.length]!]
      const onRim = Math.hypot(...pointOf(key)) > RADIUS - 2
      const bend = Math.abs(area([pointOf(before), pointOf(key), pointOf(after)])) * 2 / Math.hypot(pointOf(after)[0] - pointOf(before)[0], pointOf(after)[1] - pointOf(before)[1])
      if (!onRim && meeting.get(key) === 2 && bend < 4 && !dropped.has(before) && !dropped.has(after))
        dropped.add(key)
    }
  }
  return new Map([...outlines].map(([piece, keys]) => [piece, keys.filter(key => !dropped.has(key))]))
}

const outlines = [...straighten(new Map([...members].map(([piece, list]) => [piece, outlineOf(list)!]))).values()].map(keys => keys.map(pointOf))
const inside = (points: readonly Point[]) => points.every(p => Math.hypot(...p) < RADIUS - 2)
const last = outlines.map(silhouette)
/** The least unlike neighbour of each: the narrator is the piece for which it is the most unlike. */
const nearest = last.map((mine, i) => Math.min(...last.map((its, j) => i === j ? Infinity : unlikeness(mine, its))))
const narrator = nearest.reduce((best, value, i) => inside(outlines[i]!) && (best < 0 || value > nearest[best]!) ? i : best, -1)
const order = nearest.map((value, i) => ({ i, value })).filter(({ i }) => inside(outlines[i]!)).sort((a, b) => b.value - a.value)
console.log('nearest pair', Math.min(...nearest).toFixed(3), 'narrator', narrator, nearest[narrator]!.toFixed(3), order.slice(0, 12).map(o => `${o.i}:${o.value.toFixed(3)}`).join(' '))
/** Seen in a mirror, so that the narrator's place lies where the closing slide has room before it. */
const mirrored = (points: readonly Point[]) => points.map(([x, y]): Point => [0 - x, y]).reverse()
await writeFile(new URL('shapes.json', import.meta.url), `${JSON.stringify({ narrator, pieces: outlines.map(points => mirrored(points).flat()) }).replaceAll('],[', '],\n[')}\n`)
