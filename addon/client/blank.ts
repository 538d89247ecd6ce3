/** The dark screen: state shared by all windows; styles/speaker.css darkens the audience's and tells the speaker. */
import { sharedState } from '@slidev/client/state/shared.ts'
import { watchEffect } from 'vue'

export function darkenScreen(): void {
  watchEffect(() => document.body.classList.toggle('screen-dark', sharedState.blank ?? false))
  // A click shows the slide again, and does nothing to it.
  document.addEventListener('pointerdown', (event) => {
    if (!sharedState.blank || (event.target as Element).closest('.slidev-presenter'))
      return
    sharedState.blank = false
    event.stopPropagation()
  }, { capture: true })
}
