/** Keys beyond Slidev's own. */
import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { magicKeys } from '@slidev/client/state/index.ts'
import type { NavOperations, ShortcutOptions } from '@slidev/types'
import { computed } from 'vue'

const turnsPage = new Set(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'])

/**
 * Slidev ignores every key while a button or link has the focus, so that a
 * click on one would end the talk's keyboard. Arrow and page keys mean nothing
 * to these: let go of the focus, then turn the page.
 */
function freeArrows(event: KeyboardEvent): void {
  const focused = document.activeElement
  if (turnsPage.has(event.key) && focused instanceof HTMLElement && focused.matches('a, button'))
    focused.blur()
}

export default (_nav: NavOperations, base: ShortcutOptions[]): ShortcutOptions[] => {
  document.addEventListener('keydown', freeArrows, { capture: true })
  const timer = useTimer()
  const { t, shift } = magicKeys
  return [
    ...base,
    { name: 'timer_toggle', key: computed(() => t!.value && !shift!.value), fn: timer.toggle },
    { name: 'timer_reset', key: computed(() => t!.value && shift!.value), fn: timer.reset },
  ]
}
