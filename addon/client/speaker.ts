/** A speaker without surprises: what late.ts fetches. */
import NavControls from '@slidev/client/internals/NavControls.vue'
import { mendAddresses } from './address'
import { darkenScreen } from './blank'
import { hideRestingArrow } from './cursor'
import { sayWhatGotoMisses } from './goto'
import { controls, early, navControls } from './late'
import { roomForNotes } from './notes-room'
import { numberThenEnter } from './number'
import { overviewFollows } from './overview'
import { notesFollowSteps } from './presenter'
import SpeakerControls from './SpeakerControls.vue'
import css from './speaker.css?inline'
import { openBothIfAsked } from './windows'

/** To be called once, with the app at hand. */
export default (): void => {
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
  navControls.value = NavControls
  controls.value = SpeakerControls
  numberThenEnter(early)
  mendAddresses()
  roomForNotes()
  notesFollowSteps()
  overviewFollows()
  sayWhatGotoMisses()
  hideRestingArrow()
  darkenScreen()
  openBothIfAsked()
}
