/** The pictures of a slide's steps: their common frame, and what each shows that the one before did not. */
import { configs } from '@slidev/client'
import { onMounted, ref } from 'vue'
import { revealed, spoken } from '../client/announce'
import { around, figureBox, type Box } from './frame'
import { linksOf, type OutsideLink } from './links'

/**
 * @param pictures gives the elements that hold a step each, in order
 * @param ready when slides and fonts are there to be measured
 * @returns `box` in px of the canvas; `news`, for each picture its new words and whether it differs at all
 */
export function useFigures(pictures: () => readonly Element[], ready: Promise<unknown>) {
  const canvas = configs.canvasWidth
  const box = ref<Box>({ left: 0, top: 0, right: canvas, bottom: canvas / 2 })
  const news = ref<{ says: string, differs: boolean }[]>([])
  onMounted(async () => {
    await ready
    const layouts = pictures().map(picture => picture.querySelector('.slidev-layout')!)
    box.value = around(layouts.flatMap(layout => figureBox(layout.closest('.print-slide-container')!, canvas) ?? [])) ?? box.value
    news.value = layouts.map((layout, i) => ({
      says: revealed(i ? spoken(layouts[i - 1]!) : [], spoken(layout)),
      differs: !i || layout.innerHTML !== layouts[i - 1]!.innerHTML,
    }))
  })
  return { box, news }
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
