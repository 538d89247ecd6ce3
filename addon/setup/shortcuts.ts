/** The keys of client/keys.ts beyond Slidev's own, and where keys are the browser's or the focused control's. */
import { useNav } from '@slidev/client'
import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { cursorStyle, lockShortcuts, magicKeys, showOverview } from '@slidev/client/state/index.ts'
import { sharedState } from '@slidev/client/state/shared.ts'
import type { NavOperations, ShortcutOptions } from '@slidev/types'
import { useEventListener } from '@vueuse/core'
import { computed } from 'vue'
import { type Action, keys } from '../client/keys'
import { keySheetOpen } from '../client/navigation'

/** What a focused button or link needs itself, and the keys held with others. */
const OF_CONTROLS = ['Enter', ' ', 'Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta']

/** Slidev ignores every key while a button or link has the focus: a click on one would end the talk's keyboard. */
function leaveControl(): void {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && focused.matches('a, button') && !focused.closest('dialog'))
    focused.blur()
}

/** A step: not behind the open overview, and from a dark screen only back to the slide that it hides. */
const step = (run: () => unknown) => () => {
  if (!showOverview.value)
    sharedState.blank ? sharedState.blank = false : run()
}

export default (nav: NavOperations, base: ShortcutOptions[]): ShortcutOptions[] => {
  let unlock: (() => void) | undefined
  useEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
    // Slidev would also turn to full screen at Ctrl+F, to dark at Ctrl+D.
    unlock?.()
    unlock = ctrlKey || altKey || metaKey ? lockShortcuts() : undefined
    OF_CONTROLS.includes(key) || leaveControl()
  }, { capture: true })
  // By hand, not by key or assistive technology (0): Space would click again.
  useEventListener('click', ({ detail }) => detail && leaveControl())

  const { isPresenter } = useNav()
  const timer = useTimer()
  const actions: Record<Action, () => unknown> = {
    goFirst: step(nav.goFirst),
    goLast: step(nav.goLast),
    darkScreen: () => sharedState.blank = !sharedState.blank,
    laser: () => cursorStyle.value = cursorStyle.value === 'laser' ? 'cursor' : 'laser',
    toggleTimer: () => isPresenter.value && timer.toggle(),
    resetTimer: () => isPresenter.value && timer.reset(),
    showKeys: () => keySheetOpen.value = true,
  }
  /** Shift counts with letters: signs need it on some keyboards, and not on others. */
  const held = (name: string) => {
    const key = name.toLowerCase().replace('shift ', '')
    return magicKeys[key]!.value && (!/^[a-z]$/.test(key) || magicKeys.shift!.value === name.startsWith('Shift'))
  }
  const own = keys.filter(({ run }) => run).map(({ keys, does, run }) =>
    ({ name: does, key: computed(() => keys.map(held).includes(true)), fn: () => void actions[run!]() }))
  const isStep = ({ name }: ShortcutOptions) => /^(?:next|prev)_(?!overview)/.test(name ?? '')
  return [...base.map(option => isStep(option) ? { ...option, fn: step(option.fn!) } : option), ...own]
}
