/**
 * The parts of `@slidev/client` in use, of all its modules. The package ships TypeScript sources, which our stricter
 * flags do not compile; tsconfig.json maps its name to this file, which Vite never sees.
 */
import type { ClicksContext, SlideRoute, SlidevConfig } from '@slidev/types'
import type { Ref } from 'vue'
import type { Headmatter } from '../deck/headmatter'

export const configs: SlidevConfig & { slidesTitle: string, keywords?: string | string[] } & Headmatter
/** The canvas, in px. */
export const slideWidth: Ref<number>, slideHeight: Ref<number>
type Flags = Record<'isPresenter' | 'isPrintMode' | 'isEmbedded' | 'hasPrimarySlide', Ref<boolean>>
type Counts = Record<'total' | 'currentSlideNo' | 'clicks' | 'clicksTotal', Ref<number>>
interface Nav { next: () => void, prev: () => void, go: (no: number, clicks?: number) => void }
export function useNav(): Flags & Counts & Nav & { slides: Ref<SlideRoute[]>, clicksContext: Ref<ClicksContext> }
export function useFixedNav(slide: SlideRoute, clicks: ClicksContext): { readonly clicksContext: Ref<ClicksContext> }
export function createFixedClicks(slide: SlideRoute, current: number): ClicksContext
export function useDarkMode(): { isDark: Ref<boolean>, toggleDark: () => void }
export function useDrawings(): { isDrawing: Ref<boolean> }
/** `passed` in seconds. */
export function useTimer(): { toggle: () => void, reset: () => void, passed: Ref<number>, status: Ref<Timer['status']> }
/** Inside a slide: its number, and its clicks so far, a huge number in print. */
export function useSlideContext(): {
  $nav: Ref<{ slides: SlideRoute[], total: number, currentSlideNo: number, go: Nav['go'] }>
  $page: Ref<number>
  $clicks: Ref<number>
  $frontmatter: Record<string, any>
}

export const slides: Ref<SlideRoute[]>
export function getSlide(no: number | string): SlideRoute | undefined
export function getSlidePath(no: number | string, presenter: boolean): string

interface Timer { status: 'stopped' | 'running' | 'paused', startedAt: number, pausedAt: number }
export interface SharedState {
  page: number
  clicks: number
  timer: Timer
  /** In per cent of the slide. */
  cursor?: { x: number, y: number, style?: 'cursor' | 'laser' }
  lastUpdate?: { id: string, type: 'presenter' | 'viewer', time: number }
  /** Whether the audience's screen is dark: ours. */
  blank?: boolean
}
export const sharedState: SharedState
export function disableBuiltinSync(): void
type Write = (state: object, updating?: boolean) => void
export function addSyncMethod(sync: {
  init: (key: string, onUpdate: (data: object) => void, state: object, persist?: boolean) => Write | undefined
}): void

export const currentOverviewPage: Ref<number>
export const cursorStyle: Ref<'cursor' | 'laser'>
export const showOverview: Ref<boolean>, hmrSkipTransition: Ref<boolean>, shortcutsLocked: Ref<boolean>
export const isInputting: Ref<boolean>, isOnFocus: Ref<boolean>
export const magicKeys: Record<string, Ref<boolean>>
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
