/**
 * Tells assistive technology what a click changed (WCAG 4.1.3), and lets the document's title follow the slide
 * (WCAG 2.4.2). Slidev does neither.
 */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { slides } from '@slidev/client/logic/slides.ts'
import { showOverview } from '@slidev/client/state/index.ts'
import { useHead } from '@unhead/vue'
import { ref, watch } from 'vue'
import { useRoute } from 'vue-router'

const TEXTS = 'p, li, dt, dd, td, [aria-pressed]'

/** A node's text, without that of a text within; words that stand apart on the slide stay apart. */
function textOf(node: Node): string {
  if (!(node instanceof Element))
    return node instanceof Text ? node.data : ''
  if (node.matches(`${TEXTS}, [aria-hidden=true], annotation`))
    return ''
  const apart = node.matches('br') || getComputedStyle(node).display !== 'inline'
  return apart ? ` ${wordsIn(node)} ` : wordsIn(node)
}
const wordsIn = (element: Element) => [...element.childNodes].map(textOf).join('')
const wordsOf = (element: Element) => wordsIn(element).replace(/\s+/g, ' ').trim()

/** @returns what a slide says to one who does not see it: its texts, and its figures' alternatives, by sentence */
export function spoken(slide: Element): string[] {
  const alternatives = [...slide.querySelectorAll('[role=img][aria-label]')]
    .flatMap(figure => figure.getAttribute('aria-label')!.match(/[^.?!]+[.?!]*[”"’)]*/g) ?? [])
  const texts = [...slide.querySelectorAll(TEXTS)]
    .filter(element => !element.closest('[aria-hidden=true], [role=img]'))
    .filter(element => element.checkVisibility({ visibilityProperty: true }))
    .map(element => `${wordsOf(element)}${element.getAttribute('aria-pressed') === 'true' ? ', picked' : ''}`)
  return [...texts, ...alternatives.map(text => text.trim())].filter(Boolean)
}

/** @returns what `after` says that `before` did not */
export function revealed(before: readonly string[], after: readonly string[]): string {
  return after.filter(text => !before.includes(text)).join(' ')
}

/**
 * @param no of a slide, 1-based
 * @returns its headline as drawn, as text; where none is drawn, or not yet, the title that Slidev read, without markup
 */
export function headline(no: number): string {
  const drawn = (tags: string) => {
    const element = document.querySelector(`#slideshow > .slidev-page-${no} :is(${tags})`)
    return element ? wordsOf(element) : ''
  }
  const slide = slides.value[no - 1]?.meta.slide
  return drawn('h1') || String(slide?.frontmatter.title ?? '') || drawn('h2, h3, h4, h5, h6')
    || String(slide?.title ?? '').replace(/<!--.*?-->|<[^>]+>|[*_`]/g, '').trim()
}

export function announceChanges(): void {
  const { total, clicks, clicksTotal, currentSlideNo, isPrintMode } = useNav()
  if (isPrintMode.value)
    return
  // Slidev's page has no main landmark, but for its overview page (axe: region).
  const route = useRoute()
  const role = () => ['overview', 'read'].includes(String(route.name)) ? 'none' : 'main'
  watch(role, is => document.getElementById('app')?.setAttribute('role', is), { immediate: true })
  // Outside the slides, so that every route and no print has it.
  const region = document.createElement('div')
  region.className = 'announcer'
  region.setAttribute('role', 'status') // polite by definition
  document.body.append(region)
  const name = (no: number) => [headline(no), `Slide ${no} of ${total.value}.`].filter(Boolean).join('. ')
  const current = () => document.querySelector(`#slide-content .slidev-page-${currentSlideNo.value}`)

  // The page as it still is: at once, before `v-click` shows or hides anything.
  let said: Element | null = null
  let old: string[] = []
  watch([currentSlideNo, clicks], ([no], [before]) => {
    said = no === before ? current() : null
    old = said ? spoken(said) : []
  }, { flush: 'sync' })
  watch([currentSlideNo, clicks], ([no], [before]) => {
    // The eye first: what is said waits for the frame; in a window that is not seen, for ever.
    requestAnimationFrame(() => setTimeout(() => {
      const news = said ? revealed(old, spoken(said)) : ''
      region.textContent = no === before ? `Step ${clicks.value} of ${clicksTotal.value}. ${news}`.trim() : name(no)
    }))
  })
  watch([showOverview, currentOverviewPage], ([open, no]) => {
    if (open)
      region.textContent = `Overview. ${name(no)}`
  })
}

export function titleFollowsSlide(): void {
  const { currentSlideNo, isPresenter, isPrintMode } = useNav()
  const shown = ref('')
  // A slide is drawn when it is first shown; the eye comes first.
  const show = () => setTimeout(() => shown.value = headline(currentSlideNo.value))
  watch(currentSlideNo, () => requestAnimationFrame(show), { immediate: true })
  const title = () => [
    isPresenter.value && 'Presenter',
    !isPrintMode.value && currentSlideNo.value > 1 && shown.value,
    configs.slidesTitle,
  ].filter(Boolean).join(' · ')
  // Before Slidev's own, which it sets later.
  useHead({ title }, { tagPriority: 'critical' })
}
