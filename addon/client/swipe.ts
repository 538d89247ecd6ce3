/**
 * Swipes and taps on a slide turn its steps; pinching and scrolling stay the browser's. Takes the place of Slidev's
 * own, which forbids pinching, pages on a vertical swipe and counts a swipe beside the slide as a tap too
 * (upstream/swipes.md).
 */
import { useNav } from '@slidev/client'
import { useDrawings } from '@slidev/client/composables/useDrawings.ts'
import { useEventListener } from '@vueuse/core'
import { computed, type Ref, watchEffect } from 'vue'

/** px that make a swipe, and that a tap may tremble; ms after which a finger that rests selects or looks. */
const [SWIPE, TAP, LONG] = [50, 10, 400]
/** What a finger on it is for itself. */
const CONTROLS = 'a, button, input, select, label, [role=button], nav'

/**
 * @param dx px to the right
 * @param dy px down
 * @param side where the finger came down, as a share of the width; nothing where a tap is not for the slide
 * @returns 1 for a step on, -1 for one back, 0 for nothing of the kind
 */
function stepOf(dx: number, dy: number, ms: number, side?: number): -1 | 0 | 1 {
  if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy))
    return dx < 0 ? 1 : -1
  if (side !== undefined && Math.hypot(dx, dy) < TAP && ms < LONG)
    return side > 0.5 ? 1 : -1
  return 0
}

/** @param root the show, or presenter mode's slide: there its note can be swiped as well */
export function useSwipeControls(root: Ref<HTMLElement | undefined>): void {
  const { next, prev } = useNav()
  const { isDrawing } = useDrawings()
  const area = computed(() => root.value?.closest<HTMLElement>('.slidev-presenter') ?? root.value)
  const zoomed = () => (window.visualViewport?.scale ?? 1) > 1.01
  let finger: PointerEvent | undefined

  useEventListener(area, 'pointerdown', (event: PointerEvent) => {
    // A second finger is the browser's, for a pinch.
    const alone = event.pointerType === 'touch' && event.isPrimary && !zoomed() && !isDrawing.value
    finger = alone ? event : undefined
  })
  useEventListener(area, 'pointercancel', () => finger = undefined)
  useEventListener(area, 'pointerup', (event: PointerEvent) => {
    if (finger?.pointerId !== event.pointerId)
      return
    const { clientX, clientY, timeStamp, target } = finger
    const forSlide = (target as Element).closest('#slide-content') && !(target as Element).closest(CONTROLS)
    const side = forSlide ? clientX / innerWidth : undefined
    const step = stepOf(event.clientX - clientX, event.clientY - clientY, event.timeStamp - timeStamp, side)
    finger = undefined
    if (step)
      step > 0 ? next() : prev()
  })

  // Enlarged by hand, the page moves under the finger in every direction.
  const touch = () => {
    // As a variable too: what scrolls inside, as the note does, must say it for itself.
    area.value?.style.setProperty('--touch-action', zoomed() ? 'auto' : 'pan-y pinch-zoom')
    area.value?.style.setProperty('touch-action', 'var(--touch-action)')
  }
  watchEffect(touch)
  useEventListener(window.visualViewport, 'resize', touch)
}
