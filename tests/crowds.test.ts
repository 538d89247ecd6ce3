/** Who stands where: the two hundred on their page. */
import { describe, expect, it } from 'vitest'
import { clearOf, PAGE } from '../components/shapes/clear'
import { cogs, crowd, standing } from '../components/shapes/crowd'
import { area, contains, type Point } from '../components/shapes/polygon'
import { narrator, pieces } from '../components/shapes/shapes'

describe('the two hundred', () => {
  const parts = (path: string) => path.split('M').slice(1).map(part => part.replace(/^[^a-zA-Z]*/, ''))

  it('are one cog two hundred times, on a page that keeps clear of the words', () => {
    const { path, places } = cogs()
    expect(new Set(places.map(String)).size).toBe(200)
    expect(parts(path)).toHaveLength(400) // each a rim and a hole
    expect(new Set(parts(path)).size).toBe(2)
  })

  it('then are two hundred shapes of one scale, the author upright, on the page and clear of the words', () => {
    const { others, narrator: his } = crowd()
    expect([...parts(others), ...parts(his)]).toHaveLength(200)
    for (const [i] of pieces.entries()) {
      const { points } = standing(i)
      expect(clearOf(points, 1), `piece ${i}`).toBe(true) // places are rounded
      expect(points.some(([x, y]) => x > 0 && y > 0 && x < PAGE[0] && y < PAGE[1])).toBe(true)
    }
    expect(area(standing(0).points) / area(standing(150).points)).toBeCloseTo(area(pieces[0]!.points) / area(pieces[150]!.points))
    const [[x, y], [toX, toY]] = [pieces[narrator]!.points, standing(narrator).points].map(points => [points[0]!, points[1]!].reduce((a, b) => [b[0] - a[0], b[1] - a[1]] as const)) as [Point, Point]
    expect(Math.atan2(toY, toX)).toBeCloseTo(Math.atan2(y, x))
  })

  it('stand without touching', () => {
    const crowded = pieces.map((_, i) => standing(i).points)
    const touching = crowded.flatMap((points, i) => crowded.slice(i + 1).flatMap((other, j) =>
      points.some(p => contains(other, p)) || other.some(p => contains(points, p)) ? [`${i} and ${i + 1 + j}`] : []))
    expect(touching).toEqual([])
  })
})
