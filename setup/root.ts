/** What runs once with the app: two windows in step, and words for those who do not see the slides. */
import { announceChanges, titleFollowsSlide } from './announce'
import { keepInStep, keepTimer } from './sync'

export default () => {
  keepTimer()
  keepInStep()
  titleFollowsSlide()
  announceChanges()
}
