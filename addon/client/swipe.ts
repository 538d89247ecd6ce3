/**
 * Swipes and taps on a slide turn its steps; pinching and scrolling stay the
 * browser's. Stands in for Slidev's own, which forbids pinching, pages on a
 * vertical swipe and counts a swipe beside the slide as a tap too (no upstream
 * thread found).
 */
import { useNav } from '@slidev/client'
import { useEventListener } from '@vueuse/core'
import { computed, type Ref, watchEffect } from 'vue'
import { stepOf } from './finger'

/** What a finger on it is for itself. */
const CONTROLS = 'a, button, input, select, label, [role=button], nav'

/** @param root the show, or presenter mode's slide: there its note can be swiped as well */
export function useSwipeControls(root: Ref<HTMLElement | undefined>): void {
  const { next, prev } = useNav()
  const area = computed(() => root.value?.closest<HTMLElement>('.slidev-presenter') ?? root.value)
  const zoomed = () => (window.visualViewport?.scale ?? 1) > 1.01
  let finger: PointerEvent | undefined

  useEventListener(area, 'pointerdown', (event: PointerEvent) => {
    // A second finger is the browser's, for a pinch.
    finger = event.pointerType === 'touch' && event.isPrimary && !zoomed() ? event : undefined
  })
  useEventListener(area, 'pointercancel', () => finger = undefined)
  useEventListener(area, 'pointerup', (event: PointerEvent) => {
    if (finger?.pointerId !== event.pointerId)
      return
    const at = finger.target as Element
    const forSlide = at.closest('#slide-content') && !at.closest(CONTROLS)
    const step = stepOf(event.clientX - finger.clientX, event.clientY - finger.clientY, event.timeStamp - finger.timeStamp, forSlide ? finger.clientX / innerWidth : undefined)
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
