/** The overview opens where the talk is, and keeps the chosen slide in view (no upstream thread found). */
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { showOverview } from '@slidev/client/state/index.ts'
import { watch } from 'vue'

export function overviewFollows(): void {
  watch([showOverview, currentOverviewPage], ([open, no]) => {
    if (open) // in the middle, since the browser itself scrolls a little at each arrow
      document.querySelector(`.z-modal .slidev-page-${no}`)?.closest('.slidev-slide-container')?.scrollIntoView({ block: 'center' })
  }, { flush: 'post', immediate: true })
}
