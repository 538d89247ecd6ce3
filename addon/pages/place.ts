/** The reader's place: in the address, and kept over a reload, a turned screen, and back and forward. */
import { useDebounceFn, useEventListener, useResizeObserver } from '@vueuse/core'
import { onMounted, onUnmounted, ref, watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'

/** A slide, and the share of its article above the reader's eye: it survives another width or size of text. */
interface Place { no: number, share: number }

/** Where the eye rests, as a share of the window's height. */
const EYE = 0.25

const article = (no: number) => document.querySelector<HTMLElement>(`.read-page [data-slide="${no}"]`)

/** @returns the place under the reader's eye; none above the first slide */
function placeNow(): Place | undefined {
  const eye = innerHeight * EYE
  const at = [...document.querySelectorAll<HTMLElement>('.read-page [data-slide]')]
    .findLast(element => element.getBoundingClientRect().top <= eye)
  if (!at)
    return
  const { top, height } = at.getBoundingClientRect()
  return { no: Number(at.dataset.slide), share: (eye - top) / height }
}

function goTo({ no, share }: Place): void {
  const box = article(no)?.getBoundingClientRect()
  box && scrollTo({ top: scrollY + box.top + share * box.height - innerHeight * EYE, behavior: 'instant' })
}

/**
 * @param page the element whose width the slides follow
 * @param ready when everything has its height
 * @param wanted the slide that the address names, by its number; none for the page's top
 * @returns the slide under the reader's eye, and what a press on a link to a slide (0: the page's top) does
 */
export function usePlace(page: Ref<HTMLElement | null>, ready: Promise<unknown>, wanted: () => number | undefined) {
  const here = ref<number>()
  const route = useRoute()
  let place: Place | undefined
  let arrived = false

  const note = () => {
    if (!arrived || route.name !== 'read')
      return
    place = placeNow()
    here.value = place?.no
    // Not through the router: to the other windows that would be a step of the talk.
    history.replaceState({ ...history.state, place }, '', `#/read${place ? `/${place.no}` : ''}`)
  }
  const jump = (no: number) => {
    const heading = no ? article(no)?.querySelector('h3') : document.querySelector<HTMLElement>('.read-page h1')
    heading?.focus({ preventScroll: true })
    scrollTo({ top: no ? scrollY + (article(no)?.getBoundingClientRect().top ?? 0) - innerHeight * EYE / 2 : 0, behavior: 'instant' })
    note()
  }
  const arrive = () => {
    const kept = history.state?.place as Place | undefined
    if (kept)
      goTo(kept)
    else if (wanted() || arrived)
      jump(wanted() ?? 0)
    arrived = true
    note()
  }
  /** For a press on a link: the router goes there, and `arrive` after it, unless it takes itself to be there already. */
  const press = (no: number) => {
    if ((wanted() ?? 0) === no)
      jump(no)
  }

  const before = history.scrollRestoration
  onMounted(() => {
    history.scrollRestoration = 'manual'
    ready.then(arrive)
  })
  onUnmounted(() => history.scrollRestoration = before)
  watch(() => route.fullPath, () => route.name === 'read' && arrive(), { flush: 'post' })
  useEventListener('scroll', useDebounceFn(note, 100), { passive: true })
  let width = 0
  useResizeObserver(page, ([entry]) => {
    if (arrived && place && width && entry!.contentRect.width !== width)
      goTo(place)
    width = entry!.contentRect.width
  })
  return { here, press }
}
