/** What runs once with the app: two windows in step, notes in view, words for those who do not see the slides. */
import { announceChanges, titleFollowsSlide } from '../client/announce'
import { notesFollowClicks, roomForNotes } from '../client/presenter'
import { keepInStep, keepTimer } from '../client/sync'
import { printEverySlide } from '../paper/browser-print'

export default () => {
  keepTimer()
  keepInStep()
  roomForNotes()
  notesFollowClicks()
  titleFollowsSlide()
  announceChanges()
  printEverySlide()
}
