/** Who knows what, drawn: shapes with a notch that a question's line fits into, and what each of them is at, in a hand of their own. px of the canvas. */
import { smooth, type Point } from '../drawing/geometry'
import type { fields } from './questions'

interface Expert {
  piece: number
  at: Point
  size: number
  turn: number
  /** Where a question comes in; who is asked grows around it. */
  notch?: Point
  /** Where the field's name stands. */
  name: Point
  /** Own work. */
  work: string
}

const polar = ([x, y]: Point, radius: number, angle: number): Point => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
const curve = (from: Point, count: number, point: (i: number) => Point) => smooth([from, ...Array.from({ length: count }, (_, i) => point(i))])

export const experts: Record<(typeof fields)[number], Expert> = {
  'history': { piece: 140, at: [624, 116], size: 142, turn: 180, notch: [640, 119], name: [722, 156], work: curve([650, 112], 19, i => polar([776, 66], 42 - i * 2.1, (2 - i) * Math.PI / 4)) },
  'training': { piece: 142, at: [600, 404], size: 156, turn: -90, notch: [611, 401], name: [704, 396], work: smooth([[626, 400], [710, 432], [722, 408], [740, 478], [758, 430], [774, 476], [790, 444], [804, 472], [820, 460]]) },
  'role play': { piece: 81, at: [684, 284], size: 158, turn: 90, notch: [704, 285], name: [788, 352], work: curve([710, 280], 32, i => [824 + i * 3.7 + 20 * Math.sin(i * 0.6), 290 + 24 * Math.cos(i * 0.6)]) },
  'data': { piece: 145, at: [868, 156], size: 116, turn: 0, name: [844, 240], work: smooth([[894, 152], [876, 28], [952, 28], [960, 37], [952, 46], [888, 46], [880, 55], [888, 64], [952, 64], [960, 73], [952, 82], [880, 82]]) },
  'chips': { piece: 154, at: [876, 398], size: 108, turn: 20, name: [838, 482], work: curve([902, 394], 41, i => polar([938, 464], 20 + 12 * Math.cos(i * Math.PI / 4), (i + 20) * Math.PI / 20)) },
}
