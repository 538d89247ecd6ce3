/** What Slidev's navigation lacks: numbers, the list to go to, a following overview and note, the dark screen. */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { slides } from '@slidev/client/logic/slides.ts'
import { isInputting, isOnFocus, shortcutsLocked, showOverview } from '@slidev/client/state/index.ts'
import { sharedState } from '@slidev/client/state/shared.ts'
import { refAutoReset, useEventListener } from '@vueuse/core'
import { nextTick, ref, watch, watchEffect } from 'vue'
import { headline } from './announce'

/** Whether the sheet of keys is open; the navigation bar holds it. */
export const keySheetOpen = ref(false)

const said = refAutoReset('', 5000)
/** Says for five seconds, to eyes and ears, what could not be done. @param text one short sentence */
export const notice = (text: string): void => void (said.value = text)

function showNotices(): void {
  const line = Object.assign(document.createElement('div'), { className: 'notice', role: 'status' })
  document.body.append(line)
  watchEffect(() => line.textContent = said.value)
}

/** A number, then Enter: to that slide, as clickers and other programs have it. */
function numberThenEnter(): void {
  const { go, total } = useNav()
  let typed = ''
  useEventListener('keydown', ({ key }) => {
    // The overview and what is typed into have numbers of their own.
    if (shortcutsLocked.value || isInputting.value || isOnFocus.value || showOverview.value)
      return
    const no = Number(typed)
    typed = /^\d$/.test(key) ? typed + key : ''
    if (key === 'Enter' && no)
      no > total.value ? notice(`There is no slide ${no}: this deck has 1 to ${total.value}.`) : go(no)
  })
}

/** @returns slides whose number or headline holds each word of `text`; the one of that number comes first */
export function findSlides(text: string): { no: number, title: string }[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return slides.value.map(({ no }) => ({ no, title: headline(no) }))
    .filter(({ no, title }) => words.length && words.every(word => `${no} ${title}`.toLowerCase().includes(word)))
    .sort((a, b) => Number(b.no === Number(text)) - Number(a.no === Number(text)))
}

/** The overview opens where the talk is, and keeps the chosen slide in view. */
function overviewFollows(): void {
  watch([showOverview, currentOverviewPage], ([open, no]) => {
    const chosen = open && document.querySelector(`.z-modal .slidev-page-${no}`)?.closest('.slidev-slide-container')
    // In the middle, since the browser itself scrolls a little at each arrow.
    chosen && chosen.scrollIntoView({ block: 'center' })
  }, { flush: 'post' })
}

/**
 * Scrolls the notes to the current step's passage, to the top before the first step. Slidev does it in its own notes
 * window only (slidevjs/slidev#1333).
 */
function notesFollowSteps(): void {
  const { clicks, currentSlideNo, isPresenter } = useNav()
  watch([isPresenter, currentSlideNo, clicks], async () => {
    await new Promise(requestAnimationFrame) // a new slide's note is drawn, then marked
    await nextTick()
    const note = document.querySelector('.grid-section.note .slidev-note')
    const mark = note?.querySelector('.slidev-note-click-mark-active')
    mark ? mark.scrollIntoView({ block: 'start' }) : note?.scrollTo({ top: 0 })
  }, { immediate: true, flush: 'post' })
}

/** The dark screen: state shared by all windows; the styles darken the audience's and tell the speaker. */
function darkenScreen(): void {
  watchEffect(() => document.body.classList.toggle('screen-dark', sharedState.blank ?? false))
  // A click shows the slide again, and does nothing to it.
  useEventListener(document, 'pointerdown', (event) => {
    if (sharedState.blank && !(event.target as Element).closest('.slidev-presenter')) {
      sharedState.blank = false
      event.stopPropagation()
    }
  }, { capture: true })
}

export function mendNavigation(): void {
  document.documentElement.style.setProperty('--slide-aspect', String(configs.aspectRatio)) // for styles/presenter.css
  showNotices()
  numberThenEnter()
  overviewFollows()
  notesFollowSteps()
  darkenScreen()
}
