/**
 * The few parts of `@slidev/client` that this deck uses. Its package ships
 * TypeScript sources rather than declarations, and `skipLibCheck` spares
 * declarations only: with our stricter flags, and without Slidev's build-time
 * globals, they do not compile. tsconfig.json maps the package's name to this
 * file; Vite never sees it.
 */
import type { RenderContext, SlideRoute } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'

export { configs } from './slidev-client-parts'

/** What the navigation tells of the deck and can do with it. */
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

/** To be called in the setup of a component that stands inside a slide. */
export function useSlideContext(): {
  $nav: Ref<Nav>
  /** The slide's own number, 1-based. */
  $page: Ref<number>
  /** The slide's clicks so far; a huge number in print. */
  $clicks: Ref<number>
  $frontmatter: Record<string, any>
  /** Where the slide is drawn. */
  $renderContext: Ref<RenderContext>
}

type Refs<T> = { [K in keyof T]: T[K] extends (...args: any[]) => any ? T[K] : Ref<T[K]> }

export function useNav(): Refs<Nav> & {
  isPresenter: ComputedRef<boolean>
  /** Whether the address names a slide: not in the overview, nor on paper. */
  hasPrimarySlide: ComputedRef<boolean>
  isPrintMode: ComputedRef<boolean>
  isEmbedded: ComputedRef<boolean>
  /** Whether the page shows one slide of its own: not on the overview, the notes, or paper. */
  hasPrimarySlide: ComputedRef<boolean>
  clicksContext: ComputedRef<{ current: number, total: number }>
  currentSlideRoute: ComputedRef<SlideRoute>
}

export function useDarkMode(): { isDark: Ref<boolean>, toggleDark: () => void }

/** Whether the slide this component stands on is the one shown. */
export function useIsSlideActive(): ComputedRef<boolean>

export function onSlideEnter(run: (to: number, from: number | undefined) => void): void
export function onSlideLeave(run: (to: number, from: number | undefined) => void): void

/** What a slide's route knows of it; Slidev declares this beside its sources. */
declare module 'vue-router' {
  interface RouteMeta {
    slide?: { no: number, title?: string, frontmatter: Record<string, any>, noteHTML: string }
  }
}
