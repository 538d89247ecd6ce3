/** Keys beyond Slidev's own, and where its own must hold back. addon/client/keys.ts lists what all of them do. */
import { useNav } from '@slidev/client'
import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { cursorStyle, magicKeys, showOverview } from '@slidev/client/state/index.ts'
import { sharedState } from '@slidev/client/state/shared.ts'
import type { NavOperations, ShortcutOptions } from '@slidev/types'
import { computed, type Ref } from 'vue'
import { holdKeys } from '../client/focus'
import { keySheetOpen } from '../client/key-sheet'

const { t, b, l, shift, home, end, '.': dot, '?': question } = magicKeys as Record<string, Ref<boolean>>

/** A step: not behind the open overview, and from a dark screen only back to the slide that it hides. */
function step(fn: () => unknown): () => void {
  return () => {
    if (showOverview.value)
      return
    if (sharedState.blank)
      sharedState.blank = false
    else
      fn()
  }
}

export default (nav: NavOperations, base: ShortcutOptions[]): ShortcutOptions[] => {
  holdKeys()
  const timer = useTimer()
  const { isPresenter } = useNav()
  const presenting = (fn: () => void) => () => isPresenter.value && fn()
  return [
    ...base.map(option => /^(next|prev)_(?!overview)/.test(option.name ?? '') ? { ...option, fn: step(option.fn!) } : option),
    { name: 'first', key: home!, fn: step(() => nav.goFirst()) },
    { name: 'last', key: end!, fn: step(() => nav.goLast()) },
    { name: 'blank', key: computed(() => b!.value || dot!.value), fn: () => sharedState.blank = !sharedState.blank },
    { name: 'laser', key: l!, fn: () => cursorStyle.value = cursorStyle.value === 'laser' ? 'cursor' : 'laser' },
    { name: 'timer_toggle', key: computed(() => t!.value && !shift!.value), fn: presenting(timer.toggle) },
    { name: 'timer_reset', key: computed(() => t!.value && shift!.value), fn: presenting(timer.reset) },
    { name: 'keys', key: question!, fn: () => keySheetOpen.value = true },
  ]
}
