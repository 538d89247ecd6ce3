/** The slides that are not asked for yet, made ready while nothing else happens. */
import { useNav } from '@slidev/client'
import { nextTick } from 'vue'
import { useRouter } from 'vue-router'

/** Safari has no idle callback. */
const whenIdle: (task: () => void) => void = globalThis.requestIdleCallback ?? (task => setTimeout(task, 50))

/** Lays out a slide that is not shown: fonts and the shapes of its words are then at hand when it is. Nothing of it is seen. */
function layOut(slide: HTMLElement): void {
  const { style } = slide
  style.transition = 'none'
  for (const display of ['block', 'none']) {
    style.display = display
    void slide.offsetHeight
  }
  style.transition = ''
}

/**
 * Mounts and lays out one slide per idle moment, the one nearest to the current slide first, so that no key does.
 * Slidev mounts a slide's neighbours with the slide, and all others at once after three seconds.
 */
export function slidesReady(): void {
  if (import.meta.env.DEV)
    return
  const { slides, currentSlideNo, hasPrimarySlide, isPrintMode } = useNav()
  const ready = new Set<number>()
  const next = () => {
    const [nearest] = slides.value
      .filter(({ no }) => !ready.has(no))
      .sort((a, b) => Math.abs(a.no - currentSlideNo.value) - Math.abs(b.no - currentSlideNo.value))
    document.documentElement.classList.add('slides-ready')
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
    if (hasPrimarySlide.value && !isPrintMode.value)
      whenIdle(next)
  })
}

/** Calls back once the frame that shows what has just changed is painted; in a window that is not seen, never. */
export function afterPaint(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task))
}
