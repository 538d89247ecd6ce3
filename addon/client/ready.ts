import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { useRouter } from 'vue-router'

/** Safari has no idle callback. */
const whenIdle: (task: () => void) => void = globalThis.requestIdleCallback ?? (task => setTimeout(task, 50))

/**
 * Mounts one slide per idle moment, the one nearest to the current slide first, so that no key does. Slidev mounts a
 * slide's neighbours with the slide, and all others at once after three seconds.
 */
export function slidesReady(): void {
  const { slides, currentSlideNo, hasPrimarySlide, isPrintMode } = useNav()
  const next = () => {
    const [nearest] = slides.value.filter(({ meta }) => !meta.__preloaded && meta.preload !== false)
      .sort((a, b) => Math.abs(a.no - currentSlideNo.value) - Math.abs(b.no - currentSlideNo.value))
    if (nearest) {
      nearest.meta.__preloaded = true
      whenIdle(next)
    }
  }
  useRouter().isReady().then(() => hasPrimarySlide.value && !isPrintMode.value && whenIdle(() => {
    // styles/index.css dissolves slides that ask for it; not the one that the page opens with.
    const { name } = Object(configs.transition) as { name?: string }
    document.documentElement.classList.toggle('slides-dissolve', name === 'dissolve')
    if (!import.meta.env.DEV)
      next()
  }))
}
