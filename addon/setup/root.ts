/** What runs once with the app: slides ready before they are asked for, windows in step, words for those who do not see the slides, and what a speaker needs. */
import { announceChanges, titleFollowsSlide } from '../client/announce'
import { fetchSpeakerLate } from '../client/late'
import { slidesReady } from '../client/ready'
import { keepInStep } from '../client/sync'
import { keepTimer } from '../client/timer'
import { printEverySlide } from '../pages/browser-print'

export default () => {
  keepTimer()
  keepInStep()
  fetchSpeakerLate()
  titleFollowsSlide()
  announceChanges()
  printEverySlide()
  slidesReady()
}
