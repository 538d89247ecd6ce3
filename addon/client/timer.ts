/** The talk's timer: it starts with the first step forward, and outlives a reload. */
import { configs } from '@slidev/client/env.ts'
import { sharedState } from '@slidev/client/state/shared.ts'
import { watch } from 'vue'

/** Where a talk stands: a slide, 1-based, and its clicks so far. */
export interface Place {
  no: number
  clicks: number
}

/** To be called with every step that a person takes: starts a timer that stands still, at a step forward. */
export function startTimerAt(before: Place, after: Place): void {
  const forward = after.no > before.no || (after.no === before.no && after.clicks > before.clicks)
  if (forward && sharedState.timer.status === 'stopped')
    Object.assign(sharedState.timer, { status: 'running', startedAt: Date.now() })
}

/** Keeps the running timer over a reload, which otherwise sets it back in every window. */
export function keepTimer(): void {
  const key = `${configs.slidesTitle} - timer`
  const kept = sessionStorage.getItem(key)
  if (kept)
    Object.assign(sharedState.timer, JSON.parse(kept))
  watch(() => sharedState.timer, timer => sessionStorage.setItem(key, JSON.stringify(timer)), { deep: true })
}
