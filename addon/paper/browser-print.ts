/** The browser's own print: from any page of the deck every slide, one a page, whole and light; Slidev prints the window (slidevjs/slidev#2604). */
import { useNav } from '@slidev/client'
import { useEventListener } from '@vueuse/core'
import { getCurrentInstance, h, render } from 'vue'
import { useRoute } from 'vue-router'
import AllSlides from './AllSlides.vue'

/** Pages that are made to be printed themselves. */
const OWN = ['read', 'paper', 'handout']

export function printEverySlide(): void {
  const { appContext } = getCurrentInstance()!
  const route = useRoute()
  const { isPrintMode } = useNav()
  const root = document.documentElement
  let sheets: HTMLElement | undefined
  let dark = false

  useEventListener(window, 'beforeprint', () => {
    if (isPrintMode.value)
      return
    dark = root.classList.contains('dark')
    root.classList.remove('dark')
    if (OWN.includes(String(route.name)))
      return
    sheets = document.createElement('main')
    sheets.className = 'all-slides'
    document.body.append(sheets)
    // At once: the browser waits for nothing that comes later.
    render(Object.assign(h(AllSlides), { appContext }), sheets)
  })
  useEventListener(window, 'afterprint', () => {
    root.classList.toggle('dark', dark || root.classList.contains('dark'))
    if (sheets) {
      render(null, sheets)
      sheets.remove()
      sheets = undefined
    }
  })
}
