/** Plane geometry of closed polygons, for shapes and their tests. Points are in units of the disc's radius / 500. */
export type Point = readonly [x: number, y: number]

/** Signed area by the shoelace formula; positive where the points run clockwise on screen (y points down). */
export function area(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

/** Centre of mass. */
export function centroid(points: readonly Point[]): Point {
  let [x, y] = [0, 0]
  for (const [i, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(i + 1) % points.length]!
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  const six = 6 * area(points)
  return [x / six, y / six]
}

/** Whether a point lies inside, by even-odd crossings. */
export function contains(points: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  for (const [i, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(i + 1) % points.length]!
    if (ay > y !== by > y && x < ax + (y - ay) / (by - ay) * (bx - ax))
      inside = !inside
  }
  return inside
}

/** From a point to the straight line between two others. */
export function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
