/**
 * Every key, once: the sheet of keys and the README's table list it, and those that are not Slidev's own get their
 * shortcut from here (setup/shortcuts.ts). To add a key, add a line.
 */
export type Action = 'goFirst' | 'goLast' | 'darkScreen' | 'laser' | 'toggleTimer' | 'resetTimer' | 'showKeys'

export interface Key {
  /** As written on keyboards. */
  keys: string[]
  does: string
  /** Absent for a key of Slidev's own. */
  run?: Action
  /** Works in presenter mode only. */
  presenter?: true
}

export const keys: Key[] = [
  { keys: ['→', 'Space', 'Page Down'], does: 'next step' },
  { keys: ['←', 'Shift Space', 'Page Up'], does: 'previous step' },
  { keys: ['↓'], does: 'next slide' },
  { keys: ['↑'], does: 'previous slide' },
  { keys: ['Home'], does: 'first slide', run: 'goFirst' },
  { keys: ['End'], does: 'last slide', run: 'goLast' },
  { keys: ['1', '2', 'Enter'], does: 'slide 12, or any number' },
  { keys: ['g'], does: 'go to a slide by number or headline' },
  { keys: ['o'], does: 'overview' },
  { keys: ['b', '.'], does: 'dark screen, and back', run: 'darkScreen' },
  { keys: ['l'], does: 'laser pointer, and back', run: 'laser' },
  { keys: ['d'], does: 'light or dark' },
  { keys: ['f'], does: 'full screen' },
  { keys: ['t'], does: 'start or pause the timer', run: 'toggleTimer', presenter: true },
  { keys: ['Shift T'], does: 'reset the timer', run: 'resetTimer', presenter: true },
  { keys: ['?'], does: 'this list', run: 'showKeys' },
]
