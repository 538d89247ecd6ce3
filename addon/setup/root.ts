/** What runs once with the app. */
import { announceChanges, titleFollowsSlide } from '../client/announce'
import { darkenScreen, dropUnusableAliases, mendAddresses, numberThenEnter, overviewFollows } from '../client/navigation'
import { notesFollowSteps } from '../client/presenter'
import { slidesReady } from '../client/ready'
import { keepInStep } from '../client/sync'
import { keepTimer } from '../client/timer'
import { printEverySlide } from '../pages/browser-print'

export default () => {
  dropUnusableAliases()
  mendAddresses()
  keepTimer()
  keepInStep()
  numberThenEnter()
  overviewFollows()
  notesFollowSteps()
  darkenScreen()
  titleFollowsSlide()
  announceChanges()
  printEverySlide()
  slidesReady()
}
