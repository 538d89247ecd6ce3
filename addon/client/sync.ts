/**
 * Audience and presenter windows of the built deck in step, on any host and without a server. Slidev's own way, kept in
 * dev where a server carries it, lets every window that opens lead the others to its first slide and stops their timer
 * (upstream/late-joining.md). Whoever opens late joins in; only a person's own step leads: the youngest holds.
 */
import { useNav } from '@slidev/client'
import { getSlide, getSlidePath } from '@slidev/client/logic/slides.ts'
import { hmrSkipTransition, syncDirections } from '@slidev/client/state/index.ts'
import { sharedState, type SharedState } from '@slidev/client/state/shared.ts'
import { addSyncMethod, disableBuiltinSync } from '@slidev/client/state/syncState.ts'
import { useEventListener, useSessionStorage } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import { canReachOthers, deckKey, openChannel } from './windows'

/** Where the talk stands, and the step that brought it there. */
interface Talk {
  /** The slide, 1-based, and its clicks so far. */
  no: number
  clicks: number
  /** When a person stepped, ms since 1970; negative, when a window opened: any step and any older window outranks it. */
  led: number
  /** Which window led; decides between two steps of one millisecond. */
  by: string
  blank: boolean
  timer: SharedState['timer']
}

interface Message {
  build: string
  /** Whether a younger talk is asked for: by a window that has just opened or come to light. */
  asks: boolean
  talk: Talk
  cursor: SharedState['cursor'] | null
}

const isOld = ref(false)
/** What the speaker should know of the other windows; empty if all is well. */
export const trouble = computed(() => !canReachOthers
  ? 'Windows cannot follow one another in this browser.'
  : isOld.value ? 'A window shows another build of this deck: reload it.' : '')

/** A reload sets the timer back in every window; this keeps it. */
function keepTimer(): void {
  const kept = useSessionStorage<Partial<SharedState['timer']>>(deckKey('timer'), {})
  Object.assign(sharedState.timer, kept.value)
  watch(() => sharedState.timer, timer => kept.value = { ...timer }, { deep: true })
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
  keepTimer()
  const router = useRouter()
  const { isPresenter, hasPrimarySlide, isPrintMode, clicksTotal, total } = useNav()
  const rest = () => ({ blank: sharedState.blank ?? false, timer: { ...sharedState.timer } })
  const me = Math.random().toString(36).slice(2)
  let talk: Talk = { no: 1, clicks: 0, led: -Date.now(), by: me, ...rest() }

  const takesPart = () => hasPrimarySlide.value && !isPrintMode.value
  /** Another route than a slide's is where the talk is. */
  const here = () => {
    const { params: { no }, query: { clicks } } = router.currentRoute.value
    return takesPart() ? { no: getSlide(String(no))?.no ?? 1, clicks: Number(clicks ?? 0) || 0 } : talk
  }
  /** More clicks than a slide has are its last one. */
  const isThere = () =>
    here().no === talk.no && [talk.clicks, Math.min(talk.clicks, clicksTotal.value)].includes(here().clicks)

  const may = (what: 'Send' | 'Receive') => syncDirections.value[`${isPresenter.value ? 'presenter' : 'viewer'}${what}`]
  const send = import.meta.env.DEV ? () => {} : openChannel(message => hear(message as Message))
  const post = (message: Partial<Message>) => send({ build: __DECK_BUILD__, ...message })
  const ask = () => post({ asks: true, talk })

  /** By the type of its last update, Slidev takes every change of the shared state for this window's own. */
  function agree(next: Talk): void {
    talk = next
    const type = isPresenter.value ? 'presenter' : 'viewer'
    Object.assign(sharedState, { page: talk.no, clicks: talk.clicks, lastUpdate: { id: '', type, time: 0 } })
  }

  /** A person did something here: the others follow. */
  function lead(): void {
    agree({ ...here(), led: Math.max(Date.now(), talk.led + 1), by: me, ...rest() })
    if (may('Send'))
      post({ talk })
  }

  function step(): void {
    const { no, clicks } = here()
    if (sharedState.timer.status === 'stopped' && (no > talk.no || (no === talk.no && clicks > talk.clicks)))
      Object.assign(sharedState.timer, { status: 'running', startedAt: Date.now() })
    sharedState.blank = false
    lead()
  }

  function hear({ build, asks, talk: said, cursor }: Message): void {
    if (asks || build !== __DECK_BUILD__)
      isOld.value = build !== __DECK_BUILD__
    if (cursor !== undefined && !isPresenter.value)
      sharedState.cursor = cursor ?? undefined
    if (!said)
      return
    if (said.led > talk.led || (said.led === talk.led && said.by > talk.by)) {
      if (may('Receive'))
        follow(said)
    }
    else if (asks && takesPart() && said.by !== talk.by) {
      post({ talk })
    }
  }

  function follow(said: Talk): void {
    const isKnown = said.no <= total.value
    agree({ ...said, no: isKnown ? said.no : total.value, clicks: isKnown ? said.clicks : 0 })
    Object.assign(sharedState, { blank: talk.blank, timer: { ...talk.timer } })
    hmrSkipTransition.value = false // as Slidev's own steps do
    const query = { ...router.currentRoute.value.query, clicks: talk.clicks || undefined }
    if (takesPart() && !isThere())
      router.replace({ path: getSlidePath(talk.no, isPresenter.value), query })
  }

  // setup/main.ts has waited for the first address.
  agree({ ...talk, ...here() })
  router.afterEach((_to, _from, failure) => void (failure || !takesPart() || isThere() || step()))
  if (import.meta.env.DEV)
    return
  sendDrawingsOnly()
  watch([() => sharedState.blank ?? false, () => sharedState.timer.status], ([blank, status]) => {
    if (blank !== talk.blank || status !== talk.timer.status)
      lead()
  })
  watch(() => sharedState.cursor, cursor => isPresenter.value && may('Send') && post({ cursor: cursor ?? null }))
  useEventListener('pagehide', () => isPresenter.value && post({ cursor: null }))
  // A window in the background sleeps: when seen, it catches up.
  useEventListener(document, 'visibilitychange', () => document.visibilityState === 'visible' && ask())
  useEventListener(document, 'resume', ask)
  ask()
}
