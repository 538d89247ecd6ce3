/** As slidev-client.d.ts, for the modules below `@slidev/client/` that the deck's setup reaches into. */
import type { ClicksContext, SlideRoute, SlidevConfig } from '@slidev/types'
import type { Ref } from 'vue'
import type { Headmatter } from '../deck/headmatter'

/* constants */
export const TRUST_ORIGINS: string[]

/* env */
/** `keywords` is read by Slidev and missing from its types. */
export const configs: SlidevConfig & { slidesTitle: string, keywords?: string | string[] } & Headmatter

/* state/shared */
interface SharedState {
  page: number
  clicks: number
  timer: { status: 'stopped' | 'running' | 'paused', startedAt: number, pausedAt: number }
  lastUpdate?: { id: string, type: 'presenter' | 'viewer', time: number }
}
export const sharedState: SharedState
export function patch<K extends keyof SharedState>(key: K, value: SharedState[K]): void

/* logic/overview, state */
export const currentOverviewPage: Ref<number>
export const showOverview: Ref<boolean>
export const magicKeys: Record<string, Ref<boolean>>

/* composables/useTimer */
export function useTimer(): { toggle: () => void, reset: () => void }

/* composables/useNav, useClicks */
/** A navigation that stands still, for a slide drawn outside the show. */
export function useFixedNav(slide: SlideRoute, clicks: ClicksContext): { readonly clicksContext: Ref<ClicksContext> }
export function createFixedClicks(slide: SlideRoute, current: number): ClicksContext
