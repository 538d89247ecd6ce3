/** Ways to a slide that Slidev lacks or gets wrong: aliases, addresses, numbers, the overview; and the dark screen. */
import { useNav } from '@slidev/client'
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { getSlide, getSlidePath } from '@slidev/client/logic/slides.ts'
import { isInputting, isOnFocus, shortcutsLocked, showOverview } from '@slidev/client/state/index.ts'
import { sharedState } from '@slidev/client/state/shared.ts'
import { ref, watch, watchEffect } from 'vue'
import { type RouteLocationNormalized, useRouter } from 'vue-router'
import { notice } from './notice'

/** Whether the sheet of keys is open; the navigation bar holds it. */
export const keySheetOpen = ref(false)

const missing = (asked: string, total: number) => notice(`There is no slide ${asked}: this deck has 1 to ${total}.`)

/**
 * Slidev's keys go to a slide's alias. One that names a page of Slidev's or another slide's number, or that an earlier
 * slide has, would lead the talk away or in a circle: such a slide goes by its number.
 */
export function dropUnusableAliases(): void {
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
export function mendAddresses(): void {
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
export function numberThenEnter(): void {
  const { go, total } = useNav()
  let typed = ''
  addEventListener('keydown', ({ key }) => {
    // The overview and what is typed into have numbers of their own.
    if (shortcutsLocked.value || isInputting.value || isOnFocus.value || showOverview.value)
      return
    const before = typed
    typed = /^\d$/.test(key) ? before + key : ''
    if (key === 'Enter' && Number(before))
      Number(before) > total.value ? missing(before, total.value) : go(Number(before))
  })
}

/** The overview opens where the talk is, and keeps the chosen slide in view. */
export function overviewFollows(): void {
  watch([showOverview, currentOverviewPage], ([open, no]) => {
    const chosen = open && document.querySelector(`.z-modal .slidev-page-${no}`)?.closest('.slidev-slide-container')
    // In the middle, since the browser itself scrolls a little at each arrow.
    chosen && chosen.scrollIntoView({ block: 'center' })
  }, { flush: 'post' })
}

/** The dark screen: state shared by all windows; the styles darken the audience's and tell the speaker. */
export function darkenScreen(): void {
  watchEffect(() => document.body.classList.toggle('screen-dark', sharedState.blank ?? false))
  // A click shows the slide again, and does nothing to it.
  document.addEventListener('pointerdown', (event) => {
    if (sharedState.blank && !(event.target as Element).closest('.slidev-presenter')) {
      sharedState.blank = false
      event.stopPropagation()
    }
  }, { capture: true })
}
