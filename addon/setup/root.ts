/** What runs once with the app. */
import { configs } from '@slidev/client/env.ts'
import { useRouter } from 'vue-router'
import { announceChanges, titleFollowsSlide } from '../client/announce'
import { mendNavigation } from '../client/navigation'
import { tellSteps } from '../client/steps'
import { keepInStep } from '../client/sync'
import { keepTimer } from '../client/timer'
import { printEverySlide } from '../pages/browser-print'

export default () => {
  mendNavigation()
  keepTimer()
  keepInStep()
  titleFollowsSlide()
  announceChanges()
  printEverySlide()
  if (import.meta.hot)
    tellSteps()
  // styles/index.css dissolves slides for a transition of this name; not the one that the page opens with.
  const dissolves = Object(configs.transition).name === 'dissolve'
  useRouter().afterEach((_to, from) => {
    document.documentElement.classList.toggle('slides-dissolve', dissolves && from.matched.length > 0)
  })
}
