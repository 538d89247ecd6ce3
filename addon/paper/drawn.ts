/** When printed slides are there to be seen: Slidev's development server loads each by itself, a build has all at once. */
import { nextTick } from 'vue'

/** Resolves when every slide on the page has its layout and its fonts. */
export async function slidesDrawn(): Promise<void> {
  while (document.querySelector('.print-slide-container:not(:has(.slidev-layout))'))
    await new Promise(done => setTimeout(done, 20))
  await nextTick()
  await document.fonts.ready
}
