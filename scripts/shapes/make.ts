/**
 * Cuts a disc into two hundred pieces, each unlike every other, and writes
 * them to shapes.json: `npm run shapes`, about a minute. Seeded, so that every
 * run cuts alike.
 *
 * Cells of like size are merged into pieces; then cells change hands between
 * pieces until no two silhouettes agree.
 */
import { writeFile } from 'node:fs/promises'
import { cutDisc, straightened } from './cells'
import { Partition } from './partition'
import type { Point } from '../../components/shapes/polygon'
import { seeded } from './seeded'
import { UNIT } from '../../components/shapes/shapes'
import { silhouette, unlikeness } from './silhouette'

const RADIUS = 500
const PIECES = 200
const CELLS = 560
const SEED = 7
/** How unlike any two must be while cells change hands; straightening costs some (tests/this-talk/shapes.test.ts). */
const APART = 0.075
const ROUNDS = 3000

/** The piece that is most unlike the one it is least unlike, among those off the rim. */
function mostItself(pieces: readonly (readonly Point[])[]): number {
  const silhouettes = pieces.map(silhouette)
  const nearest = silhouettes.map((mine, i) =>
    Math.min(...silhouettes.map((its, j) => i === j ? Infinity : unlikeness(mine, its))))
  const interior = nearest.map((value, i) => pieces[i]!.every(p => Math.hypot(...p) < RADIUS - 2) ? value : 0)
  return interior.indexOf(Math.max(...interior))
}

/** Seen in a mirror, so that the narrator's place lies where the closing slide has room before it. */
const mirrored = (points: readonly Point[]) => points.map(([x, y]): Point => [0 - x, y]).reverse()

/** What shapes.ts reads: coarser, and from corner to corner. Corners that meet still meet. */
const coarse = (points: readonly Point[]) =>
  points.map(([x, y]): Point => [Math.round(x / UNIT), Math.round(y / UNIT)])
const steps = (points: readonly Point[]) => points.flatMap(([x, y], i) => {
  const [fromX, fromY] = points[i - 1] ?? [0, 0]
  return [x - fromX, y - fromY]
})

const random = seeded(SEED)
const partition = new Partition(cutDisc(RADIUS, CELLS, random), random)
partition.merge(PIECES)
const rounds = partition.tellApart(APART, Math.PI * RADIUS ** 2 / PIECES, ROUNDS)
const pieces = straightened(partition.outlines, RADIUS)
const narrator = mostItself(pieces)
const file = new URL('../../components/shapes/shapes.json', import.meta.url)
const data = { narrator, pieces: pieces.map(points => steps(coarse(mirrored(points)))) }
await writeFile(file, `${JSON.stringify(data).replaceAll('],[', '],\n[')}\n`)
console.log(`shapes.json: ${pieces.length} pieces, told apart in ${rounds} rounds; the narrator is number ${narrator}.`)
