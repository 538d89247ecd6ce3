/** What the comparison asks of a browser, whichever protocol drives it. */

export interface Window {
  goTo: (address: string) => Promise<void>
  /** Runs an expression in the page. @returns its value, as JSON carries it */
  evaluate: <T>(expression: string) => Promise<T>
  /** @param key as `KeyboardEvent.key` names it */
  press: (key: string) => Promise<void>
  /** The window's page as PNG. */
  picture: () => Promise<Uint8Array>
  close: () => Promise<void>
}

export interface Engine {
  name: string
  version: string
  /** Kerns no letter with a space: its pictures are compared with all kerning off, so that the rest can be alike. */
  leavesSpaces?: boolean
  /** A window of its own, all of one browser and one profile: they hear one another. */
  open: () => Promise<Window>
  close: () => Promise<void>
}

/** Says in one line what is missing, so that the engine is left out. */
export class Absent extends Error {}

export const size = { width: 1280, height: 720 }
