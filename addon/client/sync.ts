/**
 * Audience and presenter windows of the built deck in step, on any host and
 * without a server. Slidev's own way (kept in dev, where a server carries it)
 * lets every window that opens lead the others to its first slide and stops
 * their timer, does not let two windows of one kind follow one another, and
 * drops what comes while a hidden window's timers sleep. No upstream thread
 * found; nearest slidevjs/slidev#552, #2611.
 *
 * Whoever opens late joins in; only a person's own step leads. The windows
 * agree on the youngest such step.
 */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { getSlidePath } from '@slidev/client/logic/slides.ts'
import { syncDirections } from '@slidev/client/state/index.ts'
import { sharedState, type SharedState } from '@slidev/client/state/shared.ts'
import { watch } from 'vue'
import { useRouter } from 'vue-router'
import { sendDrawingsOnly } from './drawings'
import { fetchSpeaker } from './late'
import { type Place, startTimerAt } from './timer'

/** Where the talk is, and when a person led it there: ms since 1970. */
interface Talk extends Place {
  led: number
  blank: boolean
  timer: SharedState['timer']
}

interface Message {
  /** From a window that has just opened or come to light: who knows better, answers. */
  hello?: { led: number, opened: number }
  talk?: Talk
  cursor?: SharedState['cursor'] | null
}

/** After so many ms without an answer a window is alone, and what it does is its person's doing. */
const ALONE = 500

const same = (a: Place, b: Place) => a.no === b.no && a.clicks === b.clicks

export function keepInStep(): void {
  const router = useRouter()
  const { isPresenter, hasPrimarySlide, isPrintMode, currentSlideNo, clicksContext } = useNav()
  const here = (): Place => ({ no: currentSlideNo.value, clicks: clicksContext.value.current })
  if (import.meta.env.DEV) {
    let before = here()
    router.afterEach(() => startTimerAt(before, before = here()))
    return
  }
  sendDrawingsOnly()
  // Slidev then takes no change of the shared state for another window's step.
  watch(isPresenter, presents => sharedState.lastUpdate = { id: '', type: presents ? 'presenter' : 'viewer', time: 0 }, { immediate: true })

  const channel = new BroadcastChannel(`${configs.slidesTitle} - talk`)
  let opened = 0
  let led = 0
  let settled = false
  /** Where the windows agree to be. */
  let agreed: Place = { no: 0, clicks: 0 }
  let following = false

  const there = () => same(here(), agreed)
  const rest = () => JSON.stringify([sharedState.blank ?? false, sharedState.timer])
  let told = rest()
  const takesPart = () => hasPrimarySlide.value && !isPrintMode.value
  const may = (what: 'Send' | 'Receive') => syncDirections.value[`${isPresenter.value ? 'presenter' : 'viewer'}${what}`]
  const post = (message: Message) => channel.postMessage(JSON.parse(JSON.stringify(message)))
  const tell = () => post({ talk: { led: led || opened, ...here(), blank: sharedState.blank ?? false, timer: sharedState.timer } })
  const hello = () => post({ hello: { led, opened } })

  function agree({ no, clicks }: Place): void {
    agreed = { no, clicks }
    Object.assign(sharedState, { page: no, clicks }) // what the page of notes alone shows
    told = rest()
  }

  /** A person did something here: the others follow. */
  function lead(): void {
    agree(here())
    led = Math.max(Date.now(), led + 1)
    if (may('Send'))
      tell()
  }

  /** One step at a time, the last asked for last: a navigation that another one cancels leaves its window behind. */
  async function follow(): Promise<void> {
    if (following)
      return
    following = true
    for (let tried: Place | undefined; !there() && tried !== agreed;) {
      tried = agreed
      await router.replace({ path: getSlidePath(tried.no, isPresenter.value), query: { ...router.currentRoute.value.query, clicks: tried.clicks || undefined } })
    }
    following = false
  }

  function receive(talk: Talk): void {
    settled = true
    fetchSpeaker()
    if (talk.led <= led || !may('Receive'))
      return
    led = talk.led
    Object.assign(sharedState, { blank: talk.blank, timer: talk.timer })
    agree(talk)
    if (takesPart())
      follow()
  }

  channel.onmessage = ({ data: { hello: from, talk, cursor } }: MessageEvent<Message>) => {
    if (from && opened && takesPart() && (led > from.led || (!from.led && opened < from.opened)))
      tell()
    if (talk)
      receive(talk)
    if (cursor !== undefined && !isPresenter.value)
      sharedState.cursor = cursor ?? undefined
  }

  router.isReady().then(() => {
    opened = Date.now()
    agree(here())
    hello()
    const settle = () => settled = true
    setTimeout(settle, ALONE)
    for (const event of ['keydown', 'pointerdown'])
      addEventListener(event, settle, { capture: true, once: true })

    router.afterEach((_to, _from, failure) => {
      if (failure || following || !settled || !takesPart() || there())
        return
      startTimerAt(agreed, here())
      sharedState.blank = false
      lead()
    })
    watch(rest, now => now !== told && lead())
    watch(() => sharedState.cursor, cursor => isPresenter.value && may('Send') && post({ cursor: cursor ?? null }))
    addEventListener('pagehide', () => isPresenter.value && post({ cursor: null }))
    // A tab in the background sleeps: when seen, it catches up.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && hello())
  })
}
