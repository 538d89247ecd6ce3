/** What runs once with the app. */
import { announceChanges, titleFollowsSlide } from '../client/announce'
import * as navigation from '../client/navigation'
import { notesFollowSteps } from '../client/presenter'
import { slidesReady } from '../client/ready'
import { keepInStep } from '../client/sync'
import { keepTimer } from '../client/timer'
import { printEverySlide } from '../pages/browser-print'

export default () => {
  navigation.dropUnusableAliases()
  navigation.mendAddresses()
  keepTimer()
  keepInStep()
  navigation.numberThenEnter()
  navigation.overviewFollows()
  notesFollowSteps()
  navigation.darkenScreen()
  titleFollowsSlide()
  announceChanges()
  printEverySlide()
  slidesReady()
}
