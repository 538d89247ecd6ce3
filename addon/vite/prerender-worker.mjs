/**
 * Runs the built deck without a browser and posts its first slide's HTML, and how many steps each slide takes. In a
 * thread of its own, since it turns the thread's globals into a page's.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { Window } from 'happy-dom'

/** What Node has as well, but not for elements. */
const TAKEN = ['Event', 'EventTarget', 'CustomEvent', 'navigator', 'localStorage', 'sessionStorage']

const settings = { disableCSSFileLoading: true, handleDisabledFileLoadingAsSuccess: true }
const page = new Window({ url: 'http://localhost/#/1', width: 1280, height: 720, settings })
for (const name of Object.getOwnPropertyNames(page).filter(name => TAKEN.includes(name) || !(name in globalThis)))
  Object.defineProperty(globalThis, name, { value: page[name], configurable: true, writable: true })
Object.assign(globalThis, { window: globalThis, requestIdleCallback: setTimeout, __VITE_PRELOAD__: undefined })
document.body.innerHTML = '<div id="app"></div>'

/** The slide as the audience first sees it, in the elements around it: without controls and other slides. */
function firstSlide() {
  const root = document.querySelector('#page-root').cloneNode(true)
  for (const path of ['#slide-container', '#slide-content', '#slideshow', '[data-slidev-no="1"]']) {
    const kept = root.querySelector(path)
    kept.parentElement.replaceChildren(kept)
  }
  // The page works the scale out by CSS (prerender.ts).
  root.querySelector('#slide-content').style.removeProperty('--slidev-slide-scale')
  return root.outerHTML.replace(/<!--[\s\S]*?-->/g, '')
}

/** Of a slide that only a browser can draw it is not known. */
async function countSteps() {
  const app = document.querySelector('#app').__vue_app__
  const broken = new Set()
  const { slides } = app._context.provides['$$slidev-context'].nav
  app.config.errorHandler = (_, instance) => {
    for (let at = instance; at; at = at.$parent)
      broken.add(at.$props?.route?.no)
  }
  // As Slidev preloads them: drawn beside the one that is shown.
  await Promise.all(slides.map(slide => slide.load().then(() => slide.meta.__preloaded = true)))
  await new Promise(done => setTimeout(done))
  return slides.map(({ no, meta }) => broken.has(no) ? undefined : meta.__clicksContext?.total)
}

new MutationObserver((_, observer) => {
  if (!document.querySelector('#slideshow > [data-slidev-no="1"] > *'))
    return
  observer.disconnect()
  // What the slide draws once it is mounted belongs to it.
  setTimeout(async () => {
    const view = firstSlide()
    parentPort.postMessage({ view, steps: await countSteps().catch(() => []) })
  })
}).observe(document.body, { childList: true, subtree: true })
await import(workerData)
