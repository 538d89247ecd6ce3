/** Whose a key is: the browser's, the focused control's, or the talk's. */
import { lockShortcuts } from '@slidev/client/state/index.ts'

/** What a focused button or link needs itself, and the keys held with others. */
const kept = ['Enter', ' ', 'Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta']

function leaveControl(): void {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && focused.matches('a, button') && !focused.closest('dialog'))
    focused.blur()
}

/** Slidev ignores every key while a button or link has the focus: a click on one would end the talk's keyboard. */
const freeKeys = ({ key }: KeyboardEvent) => kept.includes(key) || leaveControl()
/** A click by hand, not by key or assistive technology (0): Space would click again. */
const freeClicked = ({ detail }: MouseEvent) => detail && leaveControl()

let unlock: (() => void) | undefined
/** Slidev would also turn to full screen at Ctrl+F, to dark at Ctrl+D. */
function leaveToBrowser({ ctrlKey, altKey, metaKey }: KeyboardEvent): void {
  unlock?.()
  unlock = ctrlKey || altKey || metaKey ? lockShortcuts() : undefined
}

/** May be called again: the same listeners count once. */
export function holdKeys(): void {
  addEventListener('keydown', leaveToBrowser, { capture: true })
  document.addEventListener('keydown', freeKeys, { capture: true })
  document.addEventListener('click', freeClicked)
}
