/** What a finger meant that came down on a slide and left it. */

/** px that make a swipe, and that a tap may tremble. */
const SWIPE = 50
const TAP = 10
/** A finger that rests longer than this many ms selects or looks. */
const LONG = 400
/**
 * @param dx px to the right
 * @param dy px down
 * @param side where the finger came down, as a share of the width; nothing where a tap is not for the slide
 * @returns 1 for a step on, -1 for one back, 0 for nothing of the kind
 */
export function stepOf(dx: number, dy: number, ms: number, side?: number): -1 | 0 | 1 {
  if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy))
    return dx < 0 ? 1 : -1
  if (side !== undefined && Math.hypot(dx, dy) < TAP && ms < LONG)
    return side > 0.5 ? 1 : -1
  return 0
}
