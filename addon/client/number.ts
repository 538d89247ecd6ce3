/** A number, then Enter: to that slide, as clickers and other programs have it. */
import { useNav } from '@slidev/client'
import { isInputting, isOnFocus, shortcutsLocked, showOverview } from '@slidev/client/state/index.ts'
import { noSuchSlide } from './address'
import { notice } from './notice'

/** A number typed longer ago is forgotten. */
const FORGOTTEN = 4000

let typed = ''
let since = 0

async function type(event: KeyboardEvent): Promise<void> {
  // The overview and what is typed into have numbers of their own.
  if (shortcutsLocked.value || isInputting.value || isOnFocus.value || showOverview.value)
    return
  if (event.timeStamp - since > FORGOTTEN)
    typed = ''
  since = event.timeStamp
  if (/^\d$/.test(event.key)) {
    typed += event.key
    return
  }
  const asked = Number(typed)
  typed = ''
  if (event.key !== 'Enter' || !asked)
    return
  const { go, total } = useNav()
  if (asked > total.value)
    notice(noSuchSlide(`${asked}`, total.value))
  else
    await go(asked)
}

/** @param pressed the keys of before */
export function numberThenEnter(pressed: KeyboardEvent[]): void {
  pressed.forEach(type)
  window.addEventListener('keydown', type)
}
