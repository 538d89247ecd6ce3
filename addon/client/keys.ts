/**
 * Every key, once: the sheet of keys and the README's table list it, and those that are not Slidev's own get their
 * shortcut from here (setup/shortcuts.ts). To add a key, add a line.
 */
import type { NavOperations } from '@slidev/types'

/** What a key can reach. */
export interface Reach extends Pick<NavOperations, 'goFirst' | 'goLast'> {
  toggleTimer: () => void
  resetTimer: () => void
  toggleDarkScreen: () => void
  toggleLaser: () => void
  showKeys: () => void
}

export interface Key {
  /** As written on keyboards. */
  keys: string[]
  does: string
  /** Works in presenter mode only. */
  presenter?: true
  /** `KeyboardEvent.key`, in lower case, of any that will do; absent for a key of Slidev's own. */
  press?: string[]
  /** Whether Shift must be held, or must not; either will do where this is absent. */
  shift?: boolean
  run?: (reach: Reach) => unknown
  /** Turns a step: does nothing behind the open overview, and from a dark screen only shows the slide again. */
  step?: true
}

const presenter = true
const step = true
export const keys: Key[] = [
  { keys: ['→', 'Space', 'Page Down'], does: 'next step' },
  { keys: ['←', 'Shift Space', 'Page Up'], does: 'previous step' },
  { keys: ['↓'], does: 'next slide' },
  { keys: ['↑'], does: 'previous slide' },
  { keys: ['Home'], does: 'first slide', press: ['home'], run: to => to.goFirst(), step },
  { keys: ['End'], does: 'last slide', press: ['end'], run: to => to.goLast(), step },
  { keys: ['1', '2', 'Enter'], does: 'slide 12, or any number' },
  { keys: ['g'], does: 'go to a slide by number or headline' },
  { keys: ['o'], does: 'overview' },
  { keys: ['b', '.'], does: 'dark screen, and back', press: ['b', '.'], run: to => to.toggleDarkScreen() },
  { keys: ['l'], does: 'laser pointer, and back', press: ['l'], run: to => to.toggleLaser() },
  { keys: ['d'], does: 'light or dark' },
  { keys: ['f'], does: 'full screen' },
  { keys: ['t'], does: 'start or pause the timer', press: ['t'], shift: false, run: to => to.toggleTimer(), presenter },
  { keys: ['Shift T'], does: 'reset the timer', press: ['t'], shift: true, run: to => to.resetTimer(), presenter },
  { keys: ['?'], does: 'this list', press: ['?'], run: to => to.showKeys() },
]
