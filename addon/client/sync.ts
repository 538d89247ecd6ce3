/**
 * Audience and presenter windows of the built deck in step, on any host and without a server. Slidev's own way, kept in
 * dev where a server carries it, lets every window that opens lead the others to its first slide and stops their timer
 * (upstream/late-joining.md).
 *
 * Whoever opens late joins in; only a person's own step leads. The windows agree on the youngest such step.
 */
import { useNav } from '@slidev/client'
import { getSlide, getSlidePath } from '@slidev/client/logic/slides.ts'
import { hmrSkipTransition, syncDirections } from '@slidev/client/state/index.ts'
import { sharedState, type SharedState } from '@slidev/client/state/shared.ts'
import { addSyncMethod, disableBuiltinSync } from '@slidev/client/state/syncState.ts'
import { computed, ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import { getTimer, isTimer, setTimer, type Timer } from './timer'
import { canReachOthers, openChannel } from './windows'

/** Where a talk stands: a slide, 1-based, and its clicks so far. */
type Place = Record<'no' | 'clicks', number>

/** The youngest step that a person took, and what else holds since. */
interface Talk extends Place {
  /** When: ms since 1970, or one more than the step before where the clock was set back. */
  led: number
  /** Which window led; decides between two steps of one millisecond. */
  by: string
  blank: boolean
  timer: Timer
}

interface Message {
  build?: string
  /** From a window that has just opened or come to light: who knows better, answers. */
  hello?: { led: number, opened: number }
  talk?: Talk
  cursor?: SharedState['cursor'] | null
}

const isOld = ref(false)
/** What the speaker should know of the other windows; empty if all is well. */
export const trouble = computed(() => !canReachOthers
  ? 'Windows cannot follow one another in this browser.'
  : isOld.value ? 'A window shows another build of this deck: reload it.' : '')

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** @returns what another window says of the talk, if it makes sense, with a slide that this build has */
function talkOf(talk: Partial<Talk> | undefined, total: number): Talk | undefined {
  const { no, clicks, led, by, timer, blank } = talk ?? {}
  if (!isCount(no) || !no || !isCount(clicks) || !isCount(led) || typeof by !== 'string' || !isTimer(timer))
    return undefined
  return { no: Math.min(no, total), clicks: no > total ? 0 : clicks, led, by, timer, blank: blank === true }
}

/** Slidev's own method then only receives; what it would send of a drawing, this sends. Before Slidev starts either. */
function sendDrawingsOnly(): void {
  disableBuiltinSync()
  addSyncMethod({
    init(key, _onUpdate, _state, persist) {
      if (key.endsWith(' - shared'))
        return undefined
      const channel = new BroadcastChannel(key)
      const send = (text: string) => persist ? localStorage.setItem(key, text) : channel.postMessage(JSON.parse(text))
      return (state, updating) => updating || send(JSON.stringify(state))
    },
  })
}

export function keepInStep(): void {
  const router = useRouter()
  const { isPresenter, hasPrimarySlide, isPrintMode, clicksTotal, total } = useNav()
  /** Where the windows agree to be. */
  let agreed: Place = { no: 0, clicks: 0 }
  let following = false
  const here = (): Place => {
    const { params: { no }, query: { clicks } } = router.currentRoute.value
    return { no: getSlide(String(no))?.no ?? 1, clicks: Number(clicks ?? 0) || 0 }
  }
  /** More clicks than a slide has are its last one. */
  const there = () => here().no === agreed.no
    && [agreed.clicks, Math.min(agreed.clicks, clicksTotal.value)].includes(here().clicks)
  const takesPart = () => hasPrimarySlide.value && !isPrintMode.value
  /** Calls back at every step that a person takes here. */
  const onStep = (led: () => void) => router.afterEach((_to, _from, failure) => {
    if (failure || following || !takesPart() || there())
      return
    const { no, clicks } = here()
    if (sharedState.timer.status === 'stopped' && (no > agreed.no || (no === agreed.no && clicks > agreed.clicks)))
      setTimer({ status: 'running', elapsed: 0 })
    sharedState.blank = false
    led()
  })
  if (import.meta.env.DEV) {
    const agree = () => agreed = here()
    router.isReady().then(agree).then(() => onStep(agree))
    return
  }
  sendDrawingsOnly()
  // Slidev then takes no change of the shared state for another window's step.
  const type = computed(() => isPresenter.value ? 'presenter' : 'viewer')
  watch(type, type => sharedState.lastUpdate = { id: '', type, time: 0 }, { immediate: true })

  const me = Math.random().toString(36).slice(2)
  let [opened, led, by, told] = [0, 0, '', '']
  const rest = () => `${sharedState.blank ?? false} ${sharedState.timer.status}`
  const may = (what: 'Send' | 'Receive') => syncDirections.value[`${type.value}${what}`]
  const send = openChannel(data => opened && hear((data ?? {}) as Message))
  const post = (message: Message) => send(JSON.parse(JSON.stringify({ build: __DECK_BUILD__, ...message })))
  const hello = () => post({ hello: { led, opened } })
  const tell = () =>
    post({ talk: { ...agreed, led: led || opened, by: by || me, blank: !!sharedState.blank, timer: getTimer() } })

  function agree({ no, clicks }: Place): void {
    agreed = { no, clicks }
    Object.assign(sharedState, { page: no, clicks }) // what the page of notes alone shows
    told = rest()
  }

  /** A person did something here: the others follow. */
  function lead(): void {
    agree(here())
    led = Math.max(Date.now(), led + 1)
    by = me
    if (may('Send'))
      tell()
  }

  /** A navigation may be cancelled by another one, or fail: it is tried again, and always lets go. */
  async function follow(): Promise<void> {
    if (following)
      return
    following = true
    hmrSkipTransition.value = false // as Slidev's own steps do
    for (let tries = 0; !there() && tries < 5; tries++) {
      const query = { ...router.currentRoute.value.query, clicks: agreed.clicks || undefined }
      await router.replace({ path: getSlidePath(agreed.no, isPresenter.value), query }).catch(() => {})
    }
    following = false
  }

  function hear({ build, hello, talk: said, cursor }: Message): void {
    if (hello || build !== __DECK_BUILD__)
      isOld.value = build !== __DECK_BUILD__
    if (hello && takesPart() && (led > hello.led || (!hello.led && opened < hello.opened)))
      tell()
    if (!isPresenter.value && (cursor === null || (Number.isFinite(cursor?.x) && Number.isFinite(cursor?.y))))
      sharedState.cursor = cursor ?? undefined
    const talk = talkOf(said, total.value)
    if (!talk || talk.led < led || (talk.led === led && talk.by <= by) || !may('Receive'))
      return
    ({ led, by } = talk)
    sharedState.blank = talk.blank
    setTimer(talk.timer)
    agree(talk)
    if (takesPart())
      follow()
  }

  router.isReady().then(() => {
    opened = Date.now()
    agree(here())
    onStep(lead)
    watch(rest, now => now !== told && lead())
    watch(() => sharedState.cursor, cursor => isPresenter.value && may('Send') && post({ cursor: cursor ?? null }))
    addEventListener('pagehide', () => isPresenter.value && post({ cursor: null }))
    // A window in the background sleeps: when seen, it catches up.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && hello())
    document.addEventListener('resume', hello)
    addEventListener('pageshow', ({ persisted }) => persisted && hello())
    hello()
  })
}
