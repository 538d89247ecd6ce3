/** When printed slides are there to be seen: Slidev's development server loads each by itself, a build has all at once. */
import { nextTick } from 'vue'

/** Slides of which no layout is there: not loaded yet, or by a layout without the class, as Slidev's `none` and `iframe`. */
export const undrawn = () => [...document.querySelectorAll('.print-slide-container:not(:has(.slidev-layout))')]

/** Resolves when every slide on the page has its layout, or 10 s have passed, and its fonts. */
export async function slidesDrawn(): Promise<void> {
  for (const since = performance.now(); undrawn().length && performance.now() - since < 10_000;)
    await new Promise(done => setTimeout(done, 20))
  await nextTick()
  await document.fonts.ready
}
