import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { nextTick, watch } from 'vue'

/**
 * Scrolls the notes to the current step's passage, to the top before the first step: forwards, backwards, after a
 * reload, under a link. Slidev does it in its own notes window only (slidevjs/slidev#1333).
 */
export function notesFollowSteps(): void {
  document.documentElement.style.setProperty('--slide-aspect', String(configs.aspectRatio)) // for styles/presenter.css
  const { clicks, currentSlideNo, isPresenter } = useNav()
  watch([isPresenter, currentSlideNo, clicks], async () => {
    await new Promise(requestAnimationFrame) // a new slide's note is drawn, then marked
    await nextTick()
    const note = document.querySelector('.grid-section.note .slidev-note')
    const mark = note?.querySelector('.slidev-note-click-mark-active')
    mark ? mark.scrollIntoView({ block: 'start' }) : note?.scrollTo({ top: 0 })
  }, { immediate: true, flush: 'post' })
}
