/** What keys do: the help sheet shows this list, and a test holds the README's table to it. */

export interface Key {
  /** As written on keyboards. */
  keys: string[]
  does: string
  /** Works in presenter mode only. */
  presenter?: true
}

export const keys: Key[] = [
  { keys: ['→', 'Space', 'Page Down'], does: 'next step' },
  { keys: ['←', 'Shift Space', 'Page Up'], does: 'previous step' },
  { keys: ['↓'], does: 'next slide' },
  { keys: ['↑'], does: 'previous slide' },
  { keys: ['Home'], does: 'first slide' },
  { keys: ['End'], does: 'last slide' },
  { keys: ['1', '2', 'Enter'], does: 'slide 12, or any number' },
  { keys: ['g'], does: 'go to a slide by number or headline' },
  { keys: ['o'], does: 'overview' },
  { keys: ['b', '.'], does: 'dark screen, and back' },
  { keys: ['l'], does: 'laser pointer, and back' },
  { keys: ['d'], does: 'light or dark' },
  { keys: ['f'], does: 'full screen' },
  { keys: ['t'], does: 'start or pause the timer', presenter: true },
  { keys: ['Shift T'], does: 'reset the timer', presenter: true },
  { keys: ['?'], does: 'this list' },
]
