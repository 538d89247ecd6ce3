import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { watch } from 'vue'

const frame = () => new Promise(requestAnimationFrame)
/** A note that is still being drawn or marked is waited for so many frames. */
const PATIENCE = 60

/**
 * Scrolls the notes to the current step's passage, to the top before the first step: forwards, backwards, after a
 * reload, under a link. Slidev does it in its own notes window only (slidevjs/slidev#1333).
 */
export function notesFollowSteps(): void {
  document.documentElement.style.setProperty('--slide-aspect', String(configs.aspectRatio)) // for styles/presenter.css
  const { clicks, currentSlideNo, isPresenter } = useNav()
  const place = () => `${isPresenter.value} ${currentSlideNo.value} ${clicks.value}`
  watch(place, async (now) => {
    if (!isPresenter.value)
      return
    for (let waited = 0; waited < PATIENCE && place() === now; waited++) {
      await frame()
      const note = document.querySelector('.grid-section.note .slidev-note')
      const mark = note?.querySelector('.slidev-note-click-mark-active')
      if (mark)
        return mark.scrollIntoView({ block: 'start' })
      if (note && clicks.value === 0 && waited > 1)
        return note.scrollTo({ top: 0 })
    }
  }, { immediate: true, flush: 'post' })
}
