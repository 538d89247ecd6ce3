/**
 * How unlike two silhouettes are, whatever their size, turn or side: the share
 * of their common area in which just one of them lies, at the turn and side
 * where they agree best. 0 is the same silhouette.
 */
import { area, centroid, contains, type Point } from '../../components/shapes/polygon'

/** 5° a step. */
const TURNS = 72
/** Rings of one area each, so that counting bits measures area; 32 of them fill a number's bits. */
const RINGS = 32
/** Radius of the outer ring, in units of a disc of the shape's own area. */
const REACH = 2.4

/** A shape of area π about its centre of mass, as bits: a number for each turn, in it a bit for each ring. */
export type Silhouette = Uint32Array

export function silhouette(points: readonly Point[]): Silhouette {
  const [cx, cy] = centroid(points)
  const unit = Math.sqrt(Math.abs(area(points)) / Math.PI)
  return Uint32Array.from({ length: TURNS }, (_, turn) => {
    const angle = (turn + 0.5) / TURNS * 2 * Math.PI
    let bits = 0
    for (let ring = 0; ring < RINGS; ring++) {
      const r = unit * REACH * Math.sqrt((ring + 0.5) / RINGS)
      if (contains(points, [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]))
        bits |= 1 << ring
    }
    return bits >>> 0
  })
}

function ones(n: number): number {
  n -= (n >>> 1) & 0x55555555
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0F0F0F0F, 0x01010101) >>> 24
}

/** How many of a silhouette's turns each ring holds: the same for every turn and side of it. */
const profile = (s: Silhouette) =>
  Array.from({ length: RINGS }, (_, ring) => s.reduce((sum, bits) => sum + ((bits >>> ring) & 1), 0))

/**
 * @param enough stop where the two are surely this unlike: the answer is then no more than a lower bound
 * @returns 0, the same silhouette, to 1, no place in common
 */
export function unlikeness(a: Silhouette, b: Silhouette, enough = Infinity): number {
  const [rings, others] = [profiled(a), profiled(b)]
  const all = rings.reduce((sum, n, i) => sum + n + others[i]!, 0)
  const bound = rings.reduce((sum, n, i) => sum + Math.abs(n - others[i]!), 0)
  if (bound >= enough * all)
    return bound / all
  // Twice around, so that a turn is an offset; and backwards, for the other side.
  const [forth, back] = [doubled(b), doubled(b.toReversed())]
  let least = all
  for (let turn = 0; turn < TURNS; turn++)
    least = Math.min(least, differing(a, forth, turn, least), differing(a, back, turn, least))
  return least / all
}

const doubled = (s: Silhouette) => Uint32Array.of(...s, ...s)

/** Bits in which the two differ at this turn, or `least` and a few where they are more. */
function differing(a: Silhouette, twice: Uint32Array, turn: number, least: number): number {
  let differ = 0
  for (let i = 0; i < TURNS && differ < least; i++)
    differ += ones(a[i]! ^ twice[i + turn]!)
  return differ
}

const profiles = new WeakMap<Silhouette, number[]>()
function profiled(s: Silhouette): number[] {
  const known = profiles.get(s) ?? profile(s)
  profiles.set(s, known)
  return known
}
