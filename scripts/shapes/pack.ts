/**
 * Packs the two hundred into a crowd that fills the page but for the places
 * of its words, and writes where each stands to crowd.json: `npm run crowd`.
 * Seeded. All are drawn to one scale, so that their sizes stay true.
 *
 * Pieces scattered small jostle, each keeping what turn or step does not
 * touch another, while the scale grows until no more fits.
 */
import { writeFile } from 'node:fs/promises'
import { clearOf, PAGE } from '../../components/figures/crowd'
import { contains, distance, type Point } from '../../components/shapes/polygon'
import { seeded } from './seeded'
import { narrator, pieces } from '../../components/shapes/shapes'

/** Paper between two pieces, px. */
const GAP = 3.5
/** How far a piece's middle may lie from the page's edge: the crowd goes on beyond it. */
const BLEED = 2
const random = seeded(11)
const within = (size: number) => (random() - 0.5) * 2 * size

interface Place {
  x: number
  y: number
  turn: number
  points: Point[]
  reach: number
  box: readonly [left: number, top: number, right: number, bottom: number]
}

function place(i: number, scale: number, x: number, y: number, turn: number): Place {
  const [cos, sin] = [Math.cos(turn * Math.PI / 180) * scale, Math.sin(turn * Math.PI / 180) * scale]
  const { points, middle } = pieces[i]!
  const turned = points.map(([px, py]) => [px - middle[0], py - middle[1]] as const)
    .map(([px, py]): Point => [x + px * cos - py * sin, y + px * sin + py * cos])
  const [xs, ys] = [turned.map(([px]) => px), turned.map(([, py]) => py)]
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
  return { x, y, turn, points: turned, box, reach: Math.max(...turned.map(([px, py]) => Math.hypot(px - x, py - y))) }
}

/** Whether a corner of one comes too near another: only those about the other's box are looked at. */
const near = ({ points }: Place, { points: other, box: [left, top, right, bottom] }: Place) => points.some(p =>
  p[0] > left - GAP && p[0] < right + GAP && p[1] > top - GAP && p[1] < bottom + GAP
  && (contains(other, p) || other.some((q, j) => distance(p, q, other[(j + 1) % other.length]!) < GAP)))

const touch = (a: Place, b: Place) =>
  Math.hypot(a.x - b.x, a.y - b.y) < a.reach + b.reach + GAP && (near(a, b) || near(b, a))
const onPage = ({ x, y, points }: Place) =>
  x > BLEED && y > BLEED && x < PAGE[0] - BLEED && y < PAGE[1] - BLEED && clearOf(points)
const fits = (its: Place, i: number, all: readonly Place[]) =>
  onPage(its) && all.every((other, j) => j === i || !touch(its, other))

let scale = 0.26
let crowd: Place[] = []
while (crowd.length < pieces.length) {
  const i = crowd.length
  const its = i === narrator
    ? place(i, scale, 700, 300, 0)
    : place(i, scale, random() * PAGE[0], random() * PAGE[1], random() * 360)
  if (fits(its, i, crowd))
    crowd.push(its)
}

/** Moves a piece where it touches none: near by, or a little further. */
function jostle(all: Place[], i: number, reach: number): boolean {
  const { x, y, turn } = all[i]!
  const its = place(i, scale, x + within(reach), y + within(reach), i === narrator ? 0 : turn + within(reach * 4))
  const free = fits(its, i, all)
  if (free)
    all[i] = its
  return free
}

/** After every growth: what was reached is not lost. */
async function save(): Promise<void> {
  const rows = crowd.map(({ x, y, turn }) => [x, y, (turn % 360 + 360) % 360].map(Math.round).join(','))
  const file = new URL('../../components/figures/crowd.json', import.meta.url)
  await writeFile(file, `{"scale":${scale.toFixed(4)},"places":[[${rows.join('],\n[')}]]}\n`)
  console.log(`scale ${scale.toFixed(4)}`)
}
/** Here a piece is a finger wide on a screen, and a denser crowd was not tried. */
const ENOUGH = 0.516

/** How much the scale grows at once. */
let growth = 1.08
while (scale < ENOUGH) {
  scale *= growth
  const grown = crowd.map(({ x, y, turn }, i) => place(i, scale, x, y, turn))
  let bad: number[] = []
  for (let round = 0; round < 80; round++) {
    bad = grown.flatMap((its, i) => fits(its, i, grown) ? [] : [i])
    if (!bad.length)
      break
    for (const i of bad) {
      for (let tries = 0; tries < 12 && !jostle(grown, i, 1 + random() * (2 + round / 3)); tries++);
    }
    // The others give way a little at random, which opens room elsewhere.
    for (let i = 0; i < grown.length; i++)
      jostle(grown, i, 3)
  }
  if (bad.length) {
    scale /= growth
    growth = 1 + (growth - 1) * 0.7
  }
  else {
    crowd = grown
    await save()
  }
}

