/** What runs once with the app: windows in step, words for those who do not see the slides, and what a speaker needs. */
import { announceChanges, titleFollowsSlide } from '../client/announce'
import { fetchSpeakerLate } from '../client/late'
import { keepInStep } from '../client/sync'
import { keepTimer } from '../client/timer'
import { printEverySlide } from '../paper/browser-print'

export default () => {
  keepTimer()
  keepInStep()
  fetchSpeakerLate()
  titleFollowsSlide()
  announceChanges()
  printEverySlide()
}
