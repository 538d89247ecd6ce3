/** What runs once with the app: slides ready before they are asked for, two windows in step, notes in view, words for those who do not see the slides. */
import { announceChanges, titleFollowsSlide } from '../client/announce'
import { notesFollowClicks, roomForNotes } from '../client/presenter'
import { slidesReady } from '../client/ready'
import { keepInStep, keepTimer } from '../client/sync'

export default () => {
  keepTimer()
  keepInStep()
  roomForNotes()
  notesFollowClicks()
  titleFollowsSlide()
  announceChanges()
  slidesReady()
}
