/** The pictures of a slide's steps: their common frame, and what each shows that the one before did not. */
import { configs } from '@slidev/client'
import { onMounted, ref } from 'vue'
import { revealed, spoken } from '../client/announce'
import { around, figureBox, type Frame } from './frame'
import { linksOf, type OutsideLink } from './links'

/**
 * @param pictures gives the elements that hold a step each, in order
 * @param ready when slides and fonts are there to be measured
 * @param inside what of the slides to frame
 * @returns `box` in px of the canvas; `news`, for each picture its new words and whether it differs at all
 */
export function useFigures(pictures: () => readonly Element[], ready: Promise<unknown>, inside?: 'svg') {
  const canvas = configs.canvasWidth
  const box = ref<Frame>({ left: 0, top: 0, right: canvas, bottom: canvas / 2 })
  const news = ref<{ says: string, differs: boolean }[]>([])
  onMounted(async () => {
    await ready
    const layouts = pictures().map(picture => picture.querySelector('.slidev-layout') ?? picture)
    box.value = around(layouts.flatMap(layout => figureBox(layout.closest('.print-slide-container')!, canvas, inside) ?? [])) ?? box.value
    // It is heard as the text above the picture, once.
    layouts.forEach(layout => layout.querySelector('h1')?.setAttribute('aria-hidden', 'true'))
    news.value = layouts.map((layout, i) => ({
      says: revealed(i ? spoken(layouts[i - 1]!) : [], spoken(layout)),
      differs: !i || layout.innerHTML !== layouts[i - 1]!.innerHTML,
    }))
  })
  return { box, news }
}

/** @returns whose words the slide carries, as its foot says in an element marked `data-provenance`; empty where none does */
export function useProvenance(pictures: () => readonly Element[], ready: Promise<unknown>) {
  const words = ref('')
  onMounted(async () => {
    await ready
    words.value = pictures()[0]?.querySelector('[data-provenance]')?.textContent?.trim() ?? ''
  })
  return words
}

/** @returns the links to the outside on the slides that the elements hold */
export function useLinks(pictures: () => readonly Element[], ready: Promise<unknown>) {
  const links = ref<OutsideLink[]>([])
  onMounted(async () => {
    await ready
    links.value = linksOf(pictures())
  })
  return links
}
