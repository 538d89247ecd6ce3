/** The slides that are not asked for yet, made ready while nothing else happens. */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { nextTick } from 'vue'
import { useRouter } from 'vue-router'

/** Safari has no idle callback. */
const whenIdle: (task: () => void) => void = globalThis.requestIdleCallback ?? (task => setTimeout(task, 50))

/** Lays out a slide that is not shown: fonts and the shapes of its words are then at hand. Nothing of it is seen. */
function layOut(slide: HTMLElement): void {
  slide.style.transition = 'none'
  for (const display of ['block', 'none']) {
    slide.style.display = display
    void slide.offsetHeight
  }
  slide.style.transition = ''
}

/**
 * Mounts and lays out one slide per idle moment, the one nearest to the current slide first, so that no key does.
 * Slidev mounts a slide's neighbours with the slide, and all others at once after three seconds.
 */
export function slidesReady(): void {
  const { slides, currentSlideNo, hasPrimarySlide, isPrintMode } = useNav()
  if (import.meta.env.DEV)
    return
  const ready = new Set<number>()
  const next = () => {
    const [nearest] = slides.value
      .filter(({ no, meta }) => !ready.has(no) && meta.preload !== false)
      .sort((a, b) => Math.abs(a.no - currentSlideNo.value) - Math.abs(b.no - currentSlideNo.value))
    if (!nearest)
      return
    ready.add(nearest.no)
    nearest.meta.__preloaded = true
    nextTick(() => {
      const slide = document.querySelector<HTMLElement>(`#slideshow > .slidev-page-${nearest.no}`)
      if (slide?.style.display === 'none')
        layOut(slide)
      whenIdle(next)
    })
  }
  useRouter().isReady().then(() => {
    if (!hasPrimarySlide.value || isPrintMode.value)
      return
    whenIdle(() => {
      // styles/presenter.css dissolves slides that ask for it; not the one that the page opens with.
      const { transition } = configs as { transition?: string | { name?: string } }
      const name = typeof transition === 'object' ? transition.name : transition
      document.documentElement.classList.toggle('slides-dissolve', name === 'dissolve')
      next()
    })
  })
}
