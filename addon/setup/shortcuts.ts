/** The keys of client/keys.ts beyond Slidev's own, and where Slidev's own must hold back. */
import { useNav } from '@slidev/client'
import { useTimer } from '@slidev/client/composables/useTimer.ts'
import { cursorStyle, magicKeys, showOverview } from '@slidev/client/state/index.ts'
import { sharedState } from '@slidev/client/state/shared.ts'
import type { NavOperations, ShortcutOptions } from '@slidev/types'
import { computed } from 'vue'
import { holdKeys } from '../client/focus'
import { keys, type Reach } from '../client/keys'
import { keySheetOpen } from '../client/navigation'

/** A step: not behind the open overview, and from a dark screen only back to the slide that it hides. */
const step = (run: () => unknown) => () => {
  if (showOverview.value)
    return
  if (sharedState.blank)
    sharedState.blank = false
  else
    run()
}

export default (nav: NavOperations, base: ShortcutOptions[]): ShortcutOptions[] => {
  holdKeys()
  const { isPresenter } = useNav()
  const timer = useTimer()
  const reach: Reach = {
    ...nav,
    toggleTimer: timer.toggle,
    resetTimer: timer.reset,
    toggleDarkScreen: () => sharedState.blank = !sharedState.blank,
    toggleLaser: () => cursorStyle.value = cursorStyle.value === 'laser' ? 'cursor' : 'laser',
    showKeys: () => keySheetOpen.value = true,
  }
  const held = (key: string) => magicKeys[key]!.value
  const own = keys.filter(({ run }) => run).map(({ does, press, shift, presenter, run, step: turns }) => {
    const fn = () => void ((!presenter || isPresenter.value) && run!(reach))
    const key = computed(() => press!.map(held).includes(true) && (shift === undefined || shift === held('shift')))
    return { name: does, key, fn: turns ? step(fn) : fn }
  })
  const isStep = ({ name }: ShortcutOptions) => /^(?:next|prev)_(?!overview)/.test(name ?? '')
  return [...base.map(option => isStep(option) ? { ...option, fn: step(option.fn!) } : option), ...own]
}
