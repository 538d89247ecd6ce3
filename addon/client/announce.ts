/**
 * Tells assistive technology what a click changed (WCAG 4.1.3), and lets the
 * document's title follow the slide (WCAG 2.4.2). Slidev does neither.
 */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { showOverview } from '@slidev/client/state/index.ts'
import { useHead } from '@unhead/vue'
import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'
import { afterPaint } from './ready'
import { spoken } from './spoken'

/** @returns what `after` says that `before` did not */
export function revealed(before: readonly string[], after: readonly string[]): string {
  return after.filter(text => !before.includes(text)).join(' ')
}

/** The headline of a slide by its number, 1-based, without the tags it may hold. */
function useHeadlines(): (no: number) => string {
  const { slides } = useNav()
  return no => (slides.value[no - 1]?.meta.slide as { title?: string } | undefined)?.title?.replace(/<[^>]+>/g, '') ?? ''
}

/** Slidev's page has no main landmark, but for its overview page (axe: region). */
function mainLandmark(): void {
  const route = useRoute()
  watch(() => route.name, name => document.getElementById('app')?.setAttribute('role', name === 'overview' || name === 'read' ? 'none' : 'main'), { immediate: true })
}

/** A live region outside the slides, so that every route and no print has it. */
function liveRegion(): HTMLElement {
  const region = document.createElement('div')
  region.className = 'announcer'
  region.setAttribute('role', 'status') // polite by definition
  document.body.append(region)
  return region
}

export function announceChanges(): void {
  const { total, clicks, clicksTotal, currentSlideNo, isPrintMode } = useNav()
  if (isPrintMode.value)
    return
  mainLandmark()
  const region = liveRegion()
  const headline = useHeadlines()
  const name = (no: number) => `${headline(no)}. Slide ${no} of ${total.value}.`
  const current = () => document.querySelector(`#slide-content .slidev-page-${currentSlideNo.value}`)

  // The page as it still is: at once, before `v-click` shows or hides anything.
  let said: Element | null = null
  let old: string[] = []
  watch([currentSlideNo, clicks], ([no], [before]) => {
    said = no === before ? current() : null
    old = said ? spoken(said) : []
  }, { flush: 'sync' })
  watch([currentSlideNo, clicks], ([no], [before]) => {
    // The eye first: what is said waits for the frame.
    afterPaint(() => {
      const news = said ? revealed(old, spoken(said)) : ''
      region.textContent = no === before ? `Step ${clicks.value} of ${clicksTotal.value}. ${news}`.trim() : name(no)
    })
  })
  watch([showOverview, currentOverviewPage], ([open, no]) => {
    if (open)
      region.textContent = `Overview. ${name(no)}`
  })
}

export function titleFollowsSlide(): void {
  const { currentSlideNo, isPresenter, isPrintMode } = useNav()
  const headline = useHeadlines()
  const title = computed(() => isPrintMode.value || currentSlideNo.value === 1
    ? configs.slidesTitle
    : `${headline(currentSlideNo.value)} · ${configs.slidesTitle}`)
  // Before Slidev's own, which it sets later.
  useHead({ title: computed(() => `${isPresenter.value ? 'Presenter · ' : ''}${title.value}`) }, { tagPriority: 'critical' })
}
