/**
 * Mends addresses that name no slide or no step. Slidev shows its first slide
 * under them, and counts "abc" clicks as NaN (no upstream thread found).
 */
import { useNav } from '@slidev/client'
import { getSlide } from '@slidev/client/logic/slides.ts'
import type { RouteLocationNormalized } from 'vue-router'
import { useRouter } from 'vue-router'
import { notice } from './notice'

/** @returns the slide of the deck that stands nearest to what the address asks for; the first, if it asks for no number */
export function nearest(asked: string, total: number): number {
  const no = Math.round(Number(asked))
  return Number.isNaN(no) ? 1 : Math.min(total, Math.max(1, no))
}

/** What a person is told who asks for a slide that there is not. */
export function noSuchSlide(asked: string, total: number): string {
  return `There is no slide ${asked}: this deck has 1 to ${total}.`
}

export function mendAddresses(): void {
  const { total } = useNav()
  const router = useRouter()
  const mended = (to: RouteLocationNormalized) => {
    const { no } = to.params
    const { clicks, ...query } = to.query
    if (typeof no !== 'string')
      return undefined
    const lost = !getSlide(no)
    if (lost)
      notice(noSuchSlide(no, total.value))
    else if (clicks === undefined || /^\d+$/.test(String(clicks)))
      return undefined
    return { path: to.path.replace(/[^/]*$/, lost ? `${nearest(no, total.value)}` : no), query, replace: true }
  }
  router.beforeEach(mended)
  // The first navigation may have begun before this guard stood.
  router.isReady().then(() => {
    const place = mended(router.currentRoute.value)
    return place && router.replace(place)
  })
}
