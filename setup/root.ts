/** What runs once with the app: windows in step, a speaker without surprises, words for those who do not see the slides. */
import { mendAddresses } from '../addon/client/address'
import { darkenScreen } from '../addon/client/blank'
import { hideRestingArrow } from '../addon/client/cursor'
import { sayWhatGotoMisses } from '../addon/client/goto'
import { roomForNotes } from '../addon/client/notes-room'
import { overviewFollows } from '../addon/client/overview'
import { keepTimer } from '../addon/client/timer'
import { announceChanges, titleFollowsSlide } from './announce'
import { notesFollowSteps } from './presenter'
import { keepInStep } from './sync'

export default () => {
  mendAddresses()
  keepTimer()
  keepInStep()
  roomForNotes()
  notesFollowSteps()
  overviewFollows()
  sayWhatGotoMisses()
  hideRestingArrow()
  darkenScreen()
  titleFollowsSlide()
  announceChanges()
}
