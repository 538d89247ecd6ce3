/** What runs once with the app: windows in step, a speaker without surprises, words for those who do not see the slides. */
import { mendAddresses } from '../client/address'
import { announceChanges, titleFollowsSlide } from '../client/announce'
import { darkenScreen } from '../client/blank'
import { hideRestingArrow } from '../client/cursor'
import { sayWhatGotoMisses } from '../client/goto'
import { roomForNotes } from '../client/notes-room'
import { overviewFollows } from '../client/overview'
import { notesFollowSteps } from '../client/presenter'
import { keepInStep } from '../client/sync'
import { keepTimer } from '../client/timer'
import { openBothIfAsked } from '../client/windows'

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
  openBothIfAsked()
  titleFollowsSlide()
  announceChanges()
}
