/** Keys beyond Slidev's own. */
import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { magicKeys } from '@slidev/client/state/index.ts'
import type { NavOperations, ShortcutOptions } from '@slidev/types'
import { computed } from 'vue'

/** What a focused button or link needs itself, and the keys held with others. */
const kept = new Set(['Enter', ' ', 'Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta'])

/**
 * Slidev ignores every key while a button or link has the focus, so that a
 * click on one would end the talk's keyboard. Keys that mean nothing to these
 * let go of the focus first; the next Tab goes on from the same place.
 */
function freeKeys(event: KeyboardEvent): void {
  const focused = document.activeElement
  if (!kept.has(event.key) && focused instanceof HTMLElement && focused.matches('a, button'))
    focused.blur()
}

export default (_nav: NavOperations, base: ShortcutOptions[]): ShortcutOptions[] => {
  document.addEventListener('keydown', freeKeys, { capture: true })
  const timer = useTimer()
  const { t, shift } = magicKeys
  return [
    ...base,
    { name: 'timer_toggle', key: computed(() => t!.value && !shift!.value), fn: timer.toggle },
    { name: 'timer_reset', key: computed(() => t!.value && shift!.value), fn: timer.reset },
  ]
}
