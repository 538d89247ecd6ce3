/** The talk's timer: it starts with the first step forward, outlives a reload, and heeds no change of the clock. */
import { sharedState } from '@slidev/client/state/shared.ts'
import { useIntervalFn } from '@vueuse/core'
import { watch } from 'vue'
import { deckKey } from './windows'

/** As windows tell one another, and as a reload finds it: ms since the talk began, without pauses; no time of day. */
export interface Timer {
  status: 'stopped' | 'running' | 'paused'
  elapsed: number
}

/** How far the machine's clock, by which Slidev's timer counts, is off one that only goes forward; ms. */
const offset = () => Date.now() - performance.now()

export function isTimer(value: unknown): value is Timer {
  const { status, elapsed } = (value ?? {}) as Partial<Timer>
  return ['stopped', 'running', 'paused'].includes(status!) && Number.isFinite(elapsed) && elapsed! >= 0
}

export function getTimer(): Timer {
  const { status, startedAt, pausedAt } = sharedState.timer
  return { status, elapsed: status === 'stopped' ? 0 : (status === 'paused' ? pausedAt : Date.now()) - startedAt }
}

export function setTimer({ status, elapsed }: Timer): void {
  const at = status === 'stopped' ? 0 : Date.now()
  Object.assign(sharedState.timer, { status, startedAt: at && at - elapsed, pausedAt: at })
}

/** Keeps the timer over a reload, which otherwise sets it back in every window. */
export function keepTimer(): void {
  const key = deckKey('timer')
  try {
    const { at, ...timer } = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    if (isTimer(timer) && Number.isFinite(at))
      setTimer({ ...timer, elapsed: timer.elapsed + (timer.status === 'running' ? Math.max(0, Date.now() - at) : 0) })
  }
  catch {} // not ours, or broken: the talk has not begun
  const keep = () => sessionStorage.setItem(key, JSON.stringify({ ...getTimer(), at: Date.now() }))
  watch(() => sharedState.timer.status, keep)
  addEventListener('pagehide', keep)
  // Where the clock was set in mid-talk, the talk began and paused by the new one.
  let known = offset()
  useIntervalFn(() => {
    const moved = offset() - known
    known += moved
    if (Math.abs(moved) > 500 && sharedState.timer.status !== 'stopped')
      setTimer({ ...getTimer(), elapsed: Math.max(0, getTimer().elapsed - moved) })
  }, 500)
}
