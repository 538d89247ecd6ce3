/**
 * A program of its own, since it turns Node into a page: runs the built deck's script in happy-dom, as a browser
 * would, and writes down what stands in the page then. No second copy of anything is rendered, nor any browser needed.
 * Arguments: the script, how many slides the deck has, the file to write.
 */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Window } from 'happy-dom'
import { spoken } from '../client/spoken'

export interface DrawnDeck {
  /** The first slide in the elements around it; it has no size, which depends on the window. */
  view: string
  /** Of the slide, in px. */
  width: number
  height: number
  slides: { title: string, texts: string[] }[]
}

/** What Node has as well, but not for elements. */
const DOM_TOO = new Set(['Event', 'EventTarget', 'CustomEvent', 'navigator', 'localStorage', 'sessionStorage'])

function becomePage(): void {
  const window = new Window({ url: 'http://localhost/#/1', width: 1280, height: 720 })
  for (const name of Object.getOwnPropertyNames(window).filter(name => DOM_TOO.has(name) || !(name in globalThis)))
    Object.defineProperty(globalThis, name, { value: window[name as keyof Window], configurable: true, writable: true })
  // What a late part wants loaded with it, Vite writes in only after this.
  Object.assign(globalThis, { window: globalThis, requestIdleCallback: (task: () => void) => setTimeout(task), __VITE_PRELOAD__: undefined })
  // Nothing is hidden from a list of all that the slides say.
  Element.prototype.checkVisibility = () => true
  document.body.innerHTML = '<div id="app"></div>'
}

/** The page as the audience first sees it: without controls, the other slides and Vue's marks. */
function firstView(): string {
  const root = document.querySelector('#page-root')!
  for (const path of ['#slide-container', '#slide-content', '#slideshow', '[data-slidev-no="1"]']) {
    const kept = root.querySelector(path)!
    kept.parentElement!.replaceChildren(kept)
  }
  // A layout that takes no notice of its frontmatter has it for attributes.
  for (const element of root.querySelectorAll('.slidev-layout'))
    element.getAttributeNames().filter(name => !/^(?:id|class|style|lang|role|aria-.+|data-.+)$/.test(name)).forEach(name => element.removeAttribute(name))
  root.setAttribute('data-first-view', '')
  root.querySelector<HTMLElement>('#slide-content')!.style.removeProperty('--slidev-slide-scale')
  return root.outerHTML.replace(/<!--[\s\S]*?-->/g, '')
}

// Node would quote the script, which is one line of 300 KB, and end before all of it is written.
process.on('uncaughtException', (error) => {
  console.error(String(error))
  process.exit(1)
})

const [script, count, out] = process.argv.slice(2)
becomePage()
await import(pathToFileURL(script!).href)
const drawn = () => [...document.querySelectorAll('#slideshow > [data-slidev-no] > .slidev-layout')]
for (let waited = 0; drawn().length < Number(count) && waited < 10_000; waited += 20)
  await new Promise(done => setTimeout(done, 20))
if (drawn().length !== Number(count))
  throw new Error(`Of ${count} slides, ${drawn().length} were drawn.`)
// Where a line ends, so does a word.
document.querySelectorAll('#slideshow br').forEach(end => end.before(' '))
const slides = drawn().map(slide => ({ title: slide.querySelector('h1')?.textContent?.trim() ?? '', texts: spoken(slide) }))
const { width, height } = document.querySelector<HTMLElement>('#slide-content')!.style
writeFileSync(out!, JSON.stringify({ view: firstView(), width: Number.parseFloat(width), height: Number.parseFloat(height), slides } satisfies DrawnDeck))
// The deck's timers would go on.
process.exit()
