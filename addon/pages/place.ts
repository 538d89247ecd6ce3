/** The reader's place: in the address, and kept over a reload, a turned screen, and back and forward. */
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onMounted, onUnmounted, ref, watch } from 'vue'
import { useRoute } from 'vue-router'

/** Where the eye rests, as a share of the window's height. */
const EYE = 0.25

const articles = () => [...document.querySelectorAll<HTMLElement>('.read-page [data-slide]')]

/**
 * @param ready when everything has its height
 * @param wanted the slide that the address names, by its number; none for the page's top
 * @returns the slide under the reader's eye, and what a press on a link to a slide (0: the page's top) does
 */
export function usePlace(ready: Promise<unknown>, wanted: () => number | undefined) {
  const here = ref<number>()
  const route = useRoute()
  /** A slide, and the share of its article above the eye: it survives another width or size of text. */
  let place: { no: number, share: number } | undefined
  let arrived = false

  const goTo = ({ no, share }: NonNullable<typeof place>) => {
    const box = articles().find(({ dataset }) => dataset.slide === String(no))?.getBoundingClientRect()
    scrollTo({ top: box ? scrollY + box.top + share * box.height - innerHeight * EYE : 0, behavior: 'instant' })
  }
  const note = () => {
    if (!arrived || route.name !== 'read')
      return
    const at = articles().findLast(article => article.getBoundingClientRect().top <= innerHeight * EYE)
    const { top, height } = at?.getBoundingClientRect() ?? { top: 0, height: 1 }
    place = at && { no: Number(at.dataset.slide), share: (innerHeight * EYE - top) / height }
    here.value = place?.no
    // Not through the router: to the other windows that would be a step of the talk.
    history.replaceState({ ...history.state, place }, '', `#/read${place ? `/${place.no}` : ''}`)
  }
  const jump = (no: number) => {
    const heading = no ? `[data-slide="${no}"] h3` : 'h1'
    document.querySelector<HTMLElement>(`.read-page ${heading}`)?.focus({ preventScroll: true })
    goTo({ no, share: 0 })
    note()
  }
  const arrive = () => {
    if (history.state?.place)
      goTo(history.state.place)
    else if (wanted() || arrived)
      jump(wanted() ?? 0)
    arrived = true
    note()
  }
  /** The router goes there, and `arrive` after it, unless it takes itself to be there already. */
  const press = (no: number) => (wanted() ?? 0) === no && jump(no)

  const before = history.scrollRestoration
  onMounted(() => {
    history.scrollRestoration = 'manual'
    ready.then(arrive)
  })
  onUnmounted(() => history.scrollRestoration = before)
  watch(() => route.fullPath, () => route.name === 'read' && arrive(), { flush: 'post' })
  useEventListener('scroll', useDebounceFn(note, 100), { passive: true })
  useEventListener('resize', () => place && goTo(place))
  return { here, press }
}
