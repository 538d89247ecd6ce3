/** Modules that the deck's Vite plugins make up. */
declare module 'virtual:deck-plan' {
  /** By slide, in seconds: when it begins, how long it lasts. */
  export const plan: { start: number, seconds: number }[]
}

/** Slidev defines it: whether the deck can be drawn on. */
declare const __SLIDEV_FEATURE_DRAWINGS__: boolean
