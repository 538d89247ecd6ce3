/**
 * The parts of `@slidev/client` in use, of all its modules. The package ships TypeScript sources, which our stricter
 * flags do not compile; tsconfig.json maps its name to this file, which Vite never sees.
 */
import type { ClicksContext, RenderContext, SlideRoute, SlidevConfig } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'
import type { Headmatter } from '../deck/headmatter'

export const configs: SlidevConfig & { slidesTitle: string, keywords?: string | string[] } & Headmatter

export interface Nav {
  slides: SlideRoute[]
  total: number
  currentSlideNo: number
  clicks: number
  clicksTotal: number
  next: () => Promise<void>
  prev: () => Promise<void>
  go: (no: number | string, clicks?: number) => Promise<void>
}
type Refs<T> = { [K in keyof T]: T[K] extends (...args: any[]) => any ? T[K] : Ref<T[K]> }

export function useNav(): Refs<Nav> & {
  isPresenter: ComputedRef<boolean>
  isPrintMode: ComputedRef<boolean>
  isEmbedded: ComputedRef<boolean>
  /** Whether the page shows one slide of its own: not on the overview, the notes, or paper. */
  hasPrimarySlide: ComputedRef<boolean>
  clicksContext: ComputedRef<ClicksContext>
  currentSlideRoute: ComputedRef<SlideRoute>
}
export function useFixedNav(slide: SlideRoute, clicks: ClicksContext): { readonly clicksContext: Ref<ClicksContext> }
export function createFixedClicks(slide: SlideRoute, current: number): ClicksContext
export function useDarkMode(): { isDark: Ref<boolean>, toggleDark: () => void }
export function useDrawings(): { isDrawing: Ref<boolean> }
export function useTimer(): {
  toggle: () => void
  reset: () => void
  /** Seconds. */
  passed: Ref<number>
  status: Ref<SharedState['timer']['status']>
}

/** To be called in the setup of a component that stands inside a slide. */
export function useSlideContext(): {
  $nav: Ref<Nav>
  /** The slide's own number, 1-based. */
  $page: Ref<number>
  /** The slide's clicks so far; a huge number in print. */
  $clicks: Ref<number>
  $frontmatter: Record<string, any>
  $renderContext: Ref<RenderContext>
}
export function useIsSlideActive(): ComputedRef<boolean>
export function onSlideEnter(run: (to: number, from: number | undefined) => void): void
export function onSlideLeave(run: (to: number, from: number | undefined) => void): void

export const slides: Ref<SlideRoute[]>
/** @returns nothing when there is no such number or alias */
export function getSlide(no: number | string): SlideRoute | undefined
/** @returns the path below the router's base */
export function getSlidePath(no: number | string, presenter: boolean): string

export interface SharedState {
  page: number
  clicks: number
  timer: { status: 'stopped' | 'running' | 'paused', startedAt: number, pausedAt: number }
  /** In per cent of the slide. */
  cursor?: { x: number, y: number, style?: 'cursor' | 'laser' }
  lastUpdate?: { id: string, type: 'presenter' | 'viewer', time: number }
  /** Whether the audience's screen is dark: ours. */
  blank?: boolean
}
export const sharedState: SharedState
export function disableBuiltinSync(): void
export function addSyncMethod(sync: {
  init: (key: string, onUpdate: (data: object) => void, state: object, persist?: boolean) =>
    ((state: object, updating?: boolean) => void) | undefined
}): void

export const currentOverviewPage: Ref<number>
export const showOverview: Ref<boolean>
export const magicKeys: Record<string, Ref<boolean>>
export const cursorStyle: Ref<'cursor' | 'laser'>
export const hmrSkipTransition: Ref<boolean>
export const isInputting: Ref<boolean>
export const isOnFocus: Ref<boolean>
export const shortcutsLocked: Ref<boolean>
/** @returns what takes the lock off again */
export function lockShortcuts(): () => void
/** What the "sync" menu of the navigation bar sets. */
export const syncDirections: Ref<Record<`${'viewer' | 'presenter'}${'Send' | 'Receive'}`, boolean>>

/** What a slide's route knows of it; Slidev declares this beside its sources. */
declare module 'vue-router' {
  interface RouteMeta {
    slide?: { no: number, title?: string, frontmatter: Record<string, any>, noteHTML: string }
  }
}
