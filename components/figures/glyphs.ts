/** Two hundred glyphs, no two alike: made by counting, not by chance, so that every build draws the same ones. */
import { around, polygon } from '../drawing/geometry'

export interface Glyph {
  /** SVG path data around 0,0, within ±13 px of the canvas. */
  path: string
  /** Filled, tinted, or only outlined. */
  fill: 'full' | 'tint' | 'none'
  /** Degrees. */
  turn: number
}

const fills = ['full', 'tint', 'none'] as const

/** A star, polygon or gear of n points whose inner radius is `waist` of its outer one. */
function shape(points: number, waist: number, radius: number): string {
  const outer = around([0, 0], radius, points)
  const inner = around([0, 0], radius * waist, points, -Math.PI / 2 + Math.PI / points)
  return polygon(outer.flatMap((p, i) => [p, inner[i]!]))
}

/**
 * @param count how many, at most 252 (7 point counts × 4 waists × 9 sizes and fills)
 * @throws when asked for more than there are
 */
export function uniqueGlyphs(count: number): Glyph[] {
  const points = [3, 4, 5, 6, 7, 8, 10]
  const waists = [0.42, 0.6, 0.78, 0.94]
  const sizes = [9, 11, 13]
  const all = points.flatMap(n => waists.flatMap(waist => sizes.flatMap(size => fills.map((fill): Glyph => ({
    path: shape(n, waist, size),
    fill,
    turn: (n * 17 + size * 23 + waist * 100) % 60,
  })))))
  if (count > all.length)
    throw new Error(`There are ${all.length} unique glyphs, not ${count}: add a point count, a waist or a size.`)
  // A stride without a common factor with the length visits each once, far from its like.
  return Array.from({ length: count }, (_, i) => all[(i * 89) % all.length]!)
}

/** The part that a standardised organisation would repeat. */
export const cog: Glyph = { path: shape(8, 0.72, 12), fill: 'none', turn: 0 }
