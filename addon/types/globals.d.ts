/** Constants that the build writes in. */

/** By addon/vite/reading.ts: whether there are notes, and so a reading page. */
declare const __DECK_READING__: boolean
