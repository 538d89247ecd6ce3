/** A deck that only a browser can draw is built all the same. */
import { expect, it, vi } from 'vitest'
import { firstView } from '../vite/first-view'

const page = '<html><head><title>t</title><link rel="stylesheet" href="./a.css"></head><body><div id="app"></div></body></html>'

/** Calls the plugin on a build whose script is this. @returns its page afterwards, and what the plugin warned of */
async function built(code: string): Promise<{ html: string, warned: string[] }> {
  const bundle = {
    'index.html': { type: 'asset', fileName: 'index.html', source: page },
    'a.css': { type: 'asset', fileName: 'a.css', source: '' },
    'a.js': { type: 'chunk', fileName: 'a.js', isEntry: true, code, imports: [] },
  }
  const warn = vi.fn()
  const { generateBundle } = firstView({ slides: 1, routerMode: 'hash', colorSchema: 'auto' }) as unknown as { generateBundle: (this: object, options: object, bundle: object) => Promise<void> }
  await generateBundle.call({ warn }, {}, bundle)
  return { html: bundle['index.html'].source, warned: warn.mock.calls.map(([line]) => line) }
}

it('says in one line why its first slide stays out of the page, and leaves the page as it is', async () => {
  expect(await built('throw new TypeError("canvas.getContext is not a function")')).toEqual({
    html: page,
    warned: [expect.stringMatching(/^The first slide stays out of the page.*TypeError: canvas\.getContext is not a function$/)],
  })
}, 30_000)

it('puts a slide that Node can draw into the page', async () => {
  const drawn = '<div id="page-root"><div id="slide-container"><div id="slide-content" style="width: 980px; height: 552px"><div id="slideshow"><div data-slidev-no="1"><div class="slidev-layout"><h1>Hello</h1></div></div></div></div></div></div>'
  const { html, warned } = await built(`document.querySelector('#app').innerHTML = '${drawn}'`)
  expect(warned).toEqual([])
  expect(html).toContain('<h1>Hello</h1>')
  expect(html).toContain('<h2>1. Hello</h2>')
}, 30_000)
