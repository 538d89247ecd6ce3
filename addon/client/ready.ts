/** The slides that are not asked for yet, made ready while nothing else happens. */
import { useNav } from '@slidev/client'
import { useRouter } from 'vue-router'

/** Safari has no idle callback. */
const whenIdle: (task: () => void) => void = globalThis.requestIdleCallback ?? (task => setTimeout(task, 50))

/**
 * Mounts one slide per idle moment, the one nearest to the current slide first, so that no key mounts any.
 * Slidev mounts a slide's neighbours with the slide, and all others at once after three seconds.
 */
export function slidesReady(): void {
  if (import.meta.env.DEV)
    return
  const { slides, currentSlideNo, hasPrimarySlide, isPrintMode } = useNav()
  const next = () => {
    const [nearest] = slides.value
      .filter(({ meta }) => !meta.__preloaded)
      .sort((a, b) => Math.abs(a.no - currentSlideNo.value) - Math.abs(b.no - currentSlideNo.value))
    document.documentElement.classList.add('slides-ready')
    if (!nearest)
      return
    nearest.meta.__preloaded = true
    whenIdle(next)
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
