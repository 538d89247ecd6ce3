/** The reader's place stands in the address: there a reload, a link and the way back lead. */
import { useIntersectionObserver, useWindowSize } from '@vueuse/core'
import { ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * @param ready when everything has its height
 * @param wanted the slide that the route names, by its number; none for the page's top
 * @returns the slide that is being read, and what a press on a link to a slide, or to the page's top, does
 */
export function usePlace(ready: Promise<unknown>, wanted: () => number | undefined) {
  const route = useRoute()
  const router = useRouter()
  const here = ref<number>()
  const goTo = (no?: number) => {
    const place = document.querySelector<HTMLElement>(no ? `.read-page [data-slide="${no}"]` : '.read-page')
    place?.querySelector<HTMLElement>('h3, h1')?.focus({ preventScroll: true })
    place?.scrollIntoView()
  }
  const places = shallowRef<HTMLElement[]>([])
  ready.then(() => {
    wanted() && goTo(wanted())
    places.value = [...document.querySelectorAll<HTMLElement>('.read-page :is(.head, [data-slide])')]
  })
  watch(() => route.fullPath, () => route.name === 'read' && goTo(wanted()), { flush: 'post' })
  watch(useWindowSize().width, () => goTo(here.value), { flush: 'post' })
  // A quarter down the window, where the eye rests.
  useIntersectionObserver(places, (seen) => {
    const place = seen.find(({ isIntersecting }) => isIntersecting)?.target as HTMLElement | undefined
    if (!place || route.name !== 'read')
      return
    here.value = Number(place.dataset.slide) || undefined
    // Not through the router: to the other windows that would be a step of the talk.
    history.replaceState(history.state, '', router.resolve({ name: 'read', params: { slide: here.value ?? '' } }).href)
  }, { rootMargin: '-25% 0px -75%' })
  // The router goes there, and the page after it, unless it takes itself to be there already.
  const press = (no?: number) => wanted() === no && goTo(no)
  return { here, press }
}
