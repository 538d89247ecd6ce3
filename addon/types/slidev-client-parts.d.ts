/** As slidev-client.d.ts, for the modules below `@slidev/client/` that the deck's setup reaches into. */
import type { ClicksContext, SlideRoute, SlidevConfig } from '@slidev/types'
import type { Ref } from 'vue'
import type { Headmatter } from '../deck/headmatter'

/* env */
/** `keywords` is read by Slidev and missing from its types. */
export const configs: SlidevConfig & { slidesTitle: string, keywords?: string | string[] } & Headmatter

/* state/shared; `blank` is ours */
export interface SharedState {
  page: number
  clicks: number
  timer: { status: 'stopped' | 'running' | 'paused', startedAt: number, pausedAt: number }
  /** In per cent of the slide. */
  cursor?: { x: number, y: number, style?: 'cursor' | 'laser' }
  lastUpdate?: { id: string, type: 'presenter' | 'viewer', time: number }
  /** Whether the audience's screen is dark. */
  blank?: boolean
}
export const sharedState: SharedState

/* state/syncState */
export function disableBuiltinSync(): void
export function addSyncMethod(sync: {
  init: (key: string, onUpdate: (data: object) => void, state: object, persist?: boolean) => ((state: object, updating?: boolean) => void) | undefined
}): void

/* logic/slides */
/** @returns nothing when there is no such number or alias */
export function getSlide(no: number | string): SlideRoute | undefined
/** @returns the path below the router's base */
export function getSlidePath(no: number | string, presenter: boolean): string

/* logic/overview, state */
export const currentOverviewPage: Ref<number>
export const showOverview: Ref<boolean>
export const magicKeys: Record<string, Ref<boolean>>
export const cursorStyle: Ref<'cursor' | 'laser'>
export const isInputting: Ref<boolean>
export const isOnFocus: Ref<boolean>
export const shortcutsLocked: Ref<boolean>
/** @returns what takes the lock off again */
export function lockShortcuts(): () => void
/** What the "sync" menu of the navigation bar sets. */
export const syncDirections: Ref<Record<`${'viewer' | 'presenter'}${'Send' | 'Receive'}`, boolean>>

/* composables/useTimer */
export function useTimer(): {
  toggle: () => void
  reset: () => void
  /** Seconds. */
  passed: Ref<number>
  status: Ref<SharedState['timer']['status']>
}

/* composables/useNav, useClicks */
/** A navigation that stands still, for a slide drawn outside the show. */
export function useFixedNav(slide: SlideRoute, clicks: ClicksContext): { readonly clicksContext: Ref<ClicksContext> }
export function createFixedClicks(slide: SlideRoute, current: number): ClicksContext
