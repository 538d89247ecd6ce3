/** Whose a key is: the browser's, the focused control's, or the talk's. */
import { lockShortcuts } from '@slidev/client/state/index.ts'

/** What a focused button or link needs itself, and the keys held with others. */
const kept = new Set(['Enter', ' ', 'Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta'])

const focusedControl = () => {
  const focused = document.activeElement
  return focused instanceof HTMLElement && focused.matches('a, button') && !focused.closest('dialog') ? focused : undefined
}

/**
 * Slidev ignores every key while a button or link has the focus, so that a
 * click on one would end the talk's keyboard. Keys that mean nothing to these
 * let go of the focus first; the next Tab goes on from the same place.
 */
function freeKeys({ key }: KeyboardEvent): void {
  if (!kept.has(key))
    focusedControl()?.blur()
}

/** A click by hand leaves no focus behind: Space would click again instead of going on. */
function freeClicked({ detail }: MouseEvent): void {
  if (detail) // 0 when a key or assistive technology clicks
    focusedControl()?.blur()
}

let unlock: (() => void) | undefined

/** Ctrl, Alt and Meta make a key the browser's: Slidev would also turn to full screen at Ctrl+F, to dark at Ctrl+D. */
function leaveToBrowser({ ctrlKey, altKey, metaKey }: KeyboardEvent): void {
  const browsers = ctrlKey || altKey || metaKey
  if (browsers) {
    unlock ??= lockShortcuts()
  }
  else {
    unlock?.()
    unlock = undefined
  }
}

/** May be called again: the same listeners count once. */
export function holdKeys(): void {
  window.addEventListener('keydown', leaveToBrowser, { capture: true })
  document.addEventListener('keydown', freeKeys, { capture: true })
  document.addEventListener('click', freeClicked)
}
