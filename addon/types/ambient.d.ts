/** Modules and constants that Vite makes up, and a package that ships no types. */
declare module '*.yaml' {
  const data: unknown
  export default data
}
declare module 'virtual:deck-plan' {
  /** By slide, in seconds: when it begins, how long it lasts. */
  export const plan: { start: number, seconds: number }[]
}
declare module 'subset-font' {
  /** Gives the font cut down to the characters of `text`. */
  export default function subsetFont(font: Uint8Array, text: string, options?: object): Promise<Buffer>
}
/** Names this build of the deck. */
declare const __DECK_BUILD__: string
