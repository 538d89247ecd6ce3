/**
 * Swipes and taps on a slide turn its steps; pinching and scrolling stay the browser's. Takes the place of Slidev's
 * own, which forbids pinching, pages on a vertical swipe and counts one beside the slide twice (upstream/swipes.md).
 */
import { useNav } from '@slidev/client'
import { useDrawings } from '@slidev/client/composables/useDrawings.ts'
import { useEventListener } from '@vueuse/core'
import { computed, type Ref, watchEffect } from 'vue'

/** px that make a swipe, and that a tap may tremble; ms after which a finger that rests selects or looks. */
const [SWIPE, TAP, LONG] = [50, 10, 400]
/** What a finger on it is for itself. */
const CONTROLS = 'a, button, input, select, label, [role=button], nav'

/** @param root the show, or presenter mode's slide: there its note can be swiped as well */
export function useSwipeControls(root: Ref<HTMLElement | undefined>): void {
  const { next, prev } = useNav()
  const { isDrawing } = useDrawings()
  const area = computed(() => root.value?.closest<HTMLElement>('.slidev-presenter') ?? root.value)
  const zoomed = () => (window.visualViewport?.scale ?? 1) > 1.01
  let down: PointerEvent | undefined

  useEventListener(area, 'pointerdown', (event: PointerEvent) => {
    // A second finger is the browser's, for a pinch.
    const alone = event.pointerType === 'touch' && event.isPrimary && !zoomed() && !isDrawing.value
    down = alone ? event : undefined
  })
  useEventListener(area, 'pointercancel', () => down = undefined)
  useEventListener(area, 'pointerup', (up: PointerEvent) => {
    if (down?.pointerId !== up.pointerId)
      return
    const [x, y, ms] = [up.clientX - down.clientX, up.clientY - down.clientY, up.timeStamp - down.timeStamp]
    const target = down.target as Element
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y))
      x < 0 ? next() : prev()
    else if (Math.hypot(x, y) < TAP && ms < LONG && target.closest('#slide-content') && !target.closest(CONTROLS))
      down.clientX > innerWidth / 2 ? next() : prev()
    down = undefined
  })

  // Enlarged by hand, the page moves under the finger. A variable too: what scrolls inside must say it for itself.
  const touch = () => {
    area.value?.style.setProperty('--touch-action', zoomed() ? 'auto' : 'pan-y pinch-zoom')
    area.value?.style.setProperty('touch-action', 'var(--touch-action)')
  }
  watchEffect(touch)
  useEventListener(window.visualViewport, 'resize', touch)
}
