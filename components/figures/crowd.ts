/** The two hundred as a crowd over the page (crowd.json, packed by scripts/shapes), and the cogs that it is not. */
import data from './crowd.json'
import type { Point } from '../shapes/polygon'
import { narrator, outline, pieces, type Piece } from '../shapes/shapes'

/** The canvas, px. */
export const PAGE = [980, 551] as const
/** Left, top, right and bottom of where the page has words, px: headline and number, foot. */
const CLEAR = [[-60, -60, 410, 330], [-60, 496, 328, 620]] as const
export const clearOf = (points: readonly Point[]) => points.every(([x, y]) =>
  CLEAR.every(([left, top, right, bottom]) => x < left || x > right || y < top || y > bottom))

const round = (n: number) => Math.round(n * 10) / 10

/** A piece turned around its middle, which comes to lie at a point of the page. */
export function standing(i: number): Piece {
  const { points, middle } = pieces[i]!
  const [x, y, turn] = data.places[i] as unknown as [number, number, number]
  const [cos, sin] = [Math.cos(turn * Math.PI / 180) * data.scale, Math.sin(turn * Math.PI / 180) * data.scale]
  const turned = points.map(([px, py]) => [px - middle[0], py - middle[1]] as const)
    .map(([px, py]): Point => [x + px * cos - py * sin, y + px * sin + py * cos])
  return { ...pieces[i]!, points: turned }
}

/** SVG path data, px of the canvas: one path for all but the narrator, so that the browser draws them at once. */
export function crowd(): { others: string, narrator: string } {
  const paths = pieces.map((_, i) => outline(standing(i), 1, [0, 0]))
  return { others: paths.filter((_, i) => i !== narrator).join(''), narrator: paths[narrator]! }
}

/** Rows and columns of cogs over the page; the places kept clear leave a few too many, dropped beside the foot. */
const [COLUMNS, ROWS] = [24, 13]
const TEETH = 8
const RADIUS = 18

/** One cog, two hundred times, in rows over the page. */
export function cogs(): { path: string, places: readonly Point[] } {
  const [width, height] = [PAGE[0] / COLUMNS, PAGE[1] / ROWS]
  const corners = ([x, y]: Point) =>
    [-RADIUS, RADIUS].flatMap(dx => [-RADIUS, RADIUS].map((dy): Point => [x + dx, y + dy]))
  const places = Array.from({ length: ROWS * COLUMNS }, (_, i): Point =>
    [(COLUMNS - i % COLUMNS - 0.5) * width, (Math.floor(i / COLUMNS) + 0.5) * height])
    .filter(place => clearOf(corners(place)))
    .slice(0, pieces.length)
  const cog = Array.from({ length: TEETH * 4 }, (_, i): Point => {
    const [radius, angle] = [i % 4 < 2 ? RADIUS : RADIUS * 0.74, (i + 0.5) * Math.PI / TEETH / 2]
    return [round(radius * Math.cos(angle)), round(radius * Math.sin(angle))]
  })
  const steps = cog.slice(1).map(([x, y], i) => `${round(x - cog[i]![0])} ${round(y - cog[i]![1])}`).join(' ')
  const [left, top] = cog[0]!
  const path = places.map(([x, y]) =>
    `M${round(x + left)} ${round(y + top)}l${steps}ZM${round(x - 5)} ${round(y - 5)}v10h10v-10Z`).join('')
  return { path, places }
}
