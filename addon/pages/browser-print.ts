/**
 * The browser's own print: from any page of the deck every slide, one a page, whole and light. Slidev prints the window
 * (slidevjs/slidev#2604).
 */
import { useNav } from '@slidev/client'
import { slideHeight, slideWidth } from '@slidev/client/env.ts'
import PrintSlide from '@slidev/client/internals/PrintSlide.vue'
import { useEventListener, useStyleTag } from '@vueuse/core'
import { getCurrentInstance, h, render } from 'vue'
import { useRoute } from 'vue-router'

/** Pages that are made to be printed themselves. */
const OWN = ['read', 'paper', 'handout']

/** To be called while the app is set up. */
export function printEverySlide(): void {
  const { appContext } = getCurrentInstance()!
  const route = useRoute()
  const { isPrintMode, slides } = useNav()
  const root = document.documentElement
  const size = `${slideWidth.value}px ${slideHeight.value}px`
  useStyleTag(`@page slide { size: ${size}; margin: 0 }`, { id: 'deck-print' })
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
    const every = slides.value.map(slide => h(PrintSlide, { route: slide }))
    render(Object.assign(h('div', every), { appContext }), sheets)
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
