/** What Slidev's navigation lacks: addresses, numbers, a list to go to, overview and note that follow, dark screen. */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { getSlide, getSlidePath, slides } from '@slidev/client/logic/slides.ts'
import { isInputting, isOnFocus, shortcutsLocked, showOverview } from '@slidev/client/state/index.ts'
import { sharedState } from '@slidev/client/state/shared.ts'
import { refAutoReset, useEventListener } from '@vueuse/core'
import { nextTick, ref, watch, watchEffect } from 'vue'
import { type RouteLocationNormalized, useRouter } from 'vue-router'
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
  // What is loaded when it is opened: a new build has it under another name.
  useEventListener('vite:preloadError', () => notice('A part of this deck is not to be had: reload the page.'))
}

const missing = (asked: string, total: number) => notice(`There is no slide ${asked}: this deck has 1 to ${total}.`)

/**
 * Slidev's keys go to a slide's alias. One that names a page of Slidev's or another slide's number, or that an earlier
 * slide has, would lead the talk away or in a circle: such a slide goes by its number.
 */
function dropUnusableAliases(): void {
  const router = useRouter()
  const taken = new Set<string>()
  for (const { meta: { slide } } of useNav().slides.value) {
    const alias = slide?.frontmatter.routeAlias
    const leads = Number.isNaN(Number(alias)) && router.resolve(`/${alias}`).name === 'play'
    if (alias !== undefined && (taken.has(alias) || !leads))
      delete slide!.frontmatter.routeAlias
    taken.add(alias)
  }
}

/** Mends addresses that name no slide or no step; Slidev shows its first slide under them, and counts "abc" clicks. */
function mendAddresses(): void {
  const { total } = useNav()
  const router = useRouter()
  const mended = ({ name, path, params: { no }, query: { clicks, ...query } }: RouteLocationNormalized) => {
    if (typeof no !== 'string' || (getSlide(no) && /^\d+$/.test(String(clicks ?? 0))))
      return undefined
    if (getSlide(no))
      return { path, query, replace: true }
    missing(no, total.value)
    const nearest = Math.min(total.value, Math.max(1, Math.round(Number(no)) || 1))
    return { path: getSlidePath(nearest, name === 'presenter'), query, replace: true }
  }
  router.beforeEach(mended)
  // The first navigation may have begun before this guard stood.
  router.isReady().then(() => {
    const place = mended(router.currentRoute.value)
    return place && router.replace(place)
  })
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
      no > total.value ? missing(String(no), total.value) : go(no)
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
  dropUnusableAliases()
  mendAddresses()
  numberThenEnter()
  overviewFollows()
  notesFollowSteps()
  darkenScreen()
}
