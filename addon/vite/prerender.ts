/**
 * Runs the deck when it is built. Its first slide goes into the page: the page shows it with its styles and fonts, and
 * only then fetches the script. setup/main.ts hands over: the slide is drawn anew in the frame in which it goes.
 */
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** ms; a slide takes about one second. */
const PATIENCE = 10_000

/** What a run gives: the first slide's HTML, and each slide's number of steps, where it could be drawn. */
interface Drawn { view: string, steps: number[] }

/** Runs the built script. @throws in one line, also when it draws no slide */
async function draw(script: string): Promise<Drawn> {
  const options = { workerData: script, stdout: true, stderr: true }
  const worker = new Worker(new URL('prerender-worker.mjs', import.meta.url), options)
  try {
    return await new Promise((done, fail) => {
      worker.once('message', done).once('error', fail).once('exit', () => fail(new Error('it draws no slide')))
      setTimeout(() => fail(new Error(`it draws no slide within ${PATIENCE / 1000} s`)), PATIENCE).unref()
    })
  }
  finally {
    await worker.terminate()
  }
}

/** Before anything is drawn: the colour scheme, as Slidev keeps it, and whether the address asks for another slide. */
const early = (scheme: string) => `{
const root = document.documentElement.classList
let scheme = '${scheme}'
try { if (scheme === 'auto') scheme = localStorage.getItem('slidev-color-schema') ?? 'auto' } catch {}
if (scheme === 'auto') scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
root.add(scheme)
if (!/^(#\\/?(1(\\?.*)?)?)?$/.test(location.hash)) root.add('elsewhere')
}`

/** A window that is not seen paints nothing, and another slide's address has nothing to show: they wait for none. */
const afterPaint = (entry: string) => `<script type="module">
const paint = new Promise(done => new PerformanceObserver(done).observe({ type: 'paint', buffered: true }))
const late = new Promise(done => setTimeout(done, 2000))
if (!document.hidden && !document.documentElement.matches('.elsewhere')) await Promise.race([paint, late])
import('${entry}')
</script>`

interface Slide { width: number, height: number, scheme: string }

/**
 * @param html the page as Slidev builds it
 * @param dir folder of the built files
 * @param slide its size in px of the canvas, and the deck's colour scheme
 * @returns the page with the first slide in it, and how many steps each slide takes
 * @throws in one line when only a browser can draw the slide
 */
export async function prerender(html: string, dir: string, slide: Slide): Promise<{ html: string, steps: number[] }> {
  const [tag, entry] = html.match(/<script type="module" crossorigin src="([^"]+)"><\/script>/) ?? []
  if (!tag)
    throw new Error('the page holds no script')
  const folder = pathToFileURL(dir).href
  const { view, steps } = await draw(new URL(entry!, `${folder}/`).href)
  // Slidev's script sets the scale; CSS alone gives it as a number from the window's size.
  const scale = `min(tan(atan2(100vw,${slide.width}px)),tan(atan2(100dvh,${slide.height}px)))`
  const style = `:root{--slidev-slide-scale:${scale}}`
    + '.elsewhere #app:not([data-v-app])>*{visibility:hidden}'
  const filled = html.replace(tag, '')
    .replace('</title>', () => `</title>\n<script>${early(slide.scheme)}</script>\n<style>${style}</style>`)
    .replace('<div id="app"></div>', () => `<div id="app">${view.replaceAll(`${folder}/`, './')}</div>`)
    .replace('</body>', () => `${afterPaint(entry!)}\n</body>`)
  return { html: filled, steps }
}
