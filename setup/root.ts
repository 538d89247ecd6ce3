/** What runs once with the app: two windows in step, notes in view, words for those who do not see the slides. */
import { announceChanges, titleFollowsSlide } from './announce'
import { notesFollowClicks, roomForNotes } from './presenter'
import { keepInStep, keepTimer } from './sync'

export default () => {
  keepTimer()
  keepInStep()
  roomForNotes()
  notesFollowClicks()
  titleFollowsSlide()
  announceChanges()
}
