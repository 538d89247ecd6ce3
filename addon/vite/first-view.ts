/**
 * The first slide stands in the page itself, drawn when the deck is built, with the styles and glyphs it needs; the
 * scripts come after it (client/take-over.ts). Without scripts, the page lists what every slide says.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Beasties from 'beasties'
import type { Plugin, Rolldown } from 'vite'
import type { DrawnDeck } from './deck-in-node'
import { type Faces, firstFonts } from './first-fonts'
import { swap } from './swap'

interface DeckSettings {
  slides: number
  routerMode: string
  colorSchema: string
}

const program = fileURLToPath(new URL('deck-in-node.ts', import.meta.url))
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Runs the built script in a process of its own. @throws in one line, when the script does */
async function draw(bundle: Rolldown.OutputBundle, slides: number): Promise<DrawnDeck> {
  const dir = mkdtempSync(join(tmpdir(), 'first-view-'))
  try {
    writeFileSync(join(dir, 'package.json'), '{ "type": "module" }')
    const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
    for (const { fileName, code } of chunks) {
      mkdirSync(dirname(join(dir, fileName)), { recursive: true })
      writeFileSync(join(dir, fileName), code)
    }
    const script = join(dir, chunks.find(chunk => chunk.isEntry)!.fileName)
    const out = join(dir, 'drawn.json')
    await promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), program, script, String(slides), out])
      .catch(({ stderr }) => Promise.reject(new Error(`The first slide stays out of the page, which is empty until its scripts have run; outside a browser they stop: ${stderr.trim().slice(0, 300)}`)))
    return JSON.parse(readFileSync(out, 'utf8'))
  }
  finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The rules of a stylesheet that match something in the view, in either colour scheme. */
async function rulesFor(view: string, css: string): Promise<string> {
  const beasties = new Beasties({ pruneSource: false, fonts: false, keyframes: 'none', logLevel: 'silent', allowRules: [':root'] })
  beasties.readFile = () => css
  const page = await beasties.process(`<html class="light dark"><head><link rel="stylesheet" href="/all.css"></head><body><div id="app">${view}</div></body></html>`)
  return page.match(/<style[^>]*>([\s\S]*?)<\/style>/)?.[1] ?? ''
}

/**
 * In the head, before anything is drawn: the colour scheme, as Slidev keeps it, and whether the address asks for
 * another slide, for which the first one must not show.
 */
const early = (scheme: string) => `{
const root = document.documentElement.classList
let scheme = '${scheme}'
try { if (scheme === 'auto') scheme = localStorage.getItem('slidev-color-schema') ?? 'auto' } catch {}
if (scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)) root.add('dark')
if (!/^(#\\/?(1(\\?.*)?)?)?$/.test(location.hash)) root.add('elsewhere')
}`

/** Slidev's scale of the slide, which its script sets later, as a number from the window's size by CSS alone. */
const scale = ({ width, height }: DrawnDeck) => `:root{--slidev-slide-scale:min(tan(atan2(100vw,${width}px)),tan(atan2(100dvh,${height}px)))}.elsewhere [data-first-view]{display:none}`

/**
 * The few glyphs are read before anything is drawn, so that the first frame holds the letters; the scripts, which keep
 * the browser busy for longer than that, run when it is on the screen, or after two seconds. A window that is not seen
 * draws none and waits for none.
 */
function letFirstFrameBy(html: string, { few }: Faces): { head: string, html: string } {
  const head = `<script>[...document.fonts].slice(-${few.split('@font-face').length - 1}).forEach(face => face.load())</script>`
  const run = (entry: string) => `<link rel="modulepreload" crossorigin href="${entry}"><script type="module">
const shown = done => new PerformanceObserver(done).observe({ type: 'paint', buffered: true })
const late = done => setTimeout(done, 2000)
if (!document.hidden && !document.documentElement.matches('.elsewhere')) await Promise.race([new Promise(shown), new Promise(late)])
import('${entry}')
</script>`
  return { head, html: swap(html, /<script type="module" crossorigin src="([^"]+)"><\/script>/, (_, entry) => run(entry!)) }
}

/** What the slides say, to be read without scripts. */
function listed({ slides }: DrawnDeck): string {
  const items = slides.map(({ title, texts }, i) => `<h2>${i + 1}. ${escape(title)}</h2>${texts.map(text => `<p>${escape(text)}</p>`).join('')}`)
  return `<noscript><style>html,body,#app{height:auto!important;overflow:auto!important}#page-root{height:60vh}.slides-in-words{max-width:40em;margin:auto;padding:2em;font:1.1em/1.5 sans-serif}.slides-in-words h2{margin:1.5em 0 .3em;font-size:1.2em;font-weight:bold}</style><main class="slides-in-words"><p>The slides need scripts; this is what they say.</p>${items.join('\n')}</main></noscript>`
}

/** @returns a plugin for builds with Slidev's hash router, whose pages are all this one */
export function firstView({ slides, routerMode, colorSchema }: DeckSettings): Plugin {
  return {
    name: 'deck:first-view',
    apply: (_, { command }) => command === 'build' && routerMode === 'hash',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const index = bundle['index.html'] as Rolldown.OutputAsset
      const deck = await draw(bundle, slides).catch((error: Error) => this.warn(error.message))
      // What a browser draws and Node cannot (a canvas, say) is drawn by scripts alone, as Slidev does it.
      if (!deck)
        return
      let html = index.source.toString().replace('<div id="app"></div>', () => `<div id="app">${deck.view}</div>\n${listed(deck)}`)
      let head = `<script>${early(colorSchema)}</script>\n`
      let rules = scale(deck)
      let foot = ''
      // In one file, everything is there at once.
      if (!process.env.DECK_SINGLE) {
        const [link, href] = html.match(/ *<link rel="stylesheet"[^>]*href="([^"]+)">\n?/)!
        const sheet = Object.values(bundle).find(({ fileName }) => href!.endsWith(fileName)) as Rolldown.OutputAsset
        const css = await rulesFor(deck.view, sheet.source.toString())
        const fonts = await firstFonts(sheet.source.toString(), sheet.fileName.replace(/[^/]*$/, ''), { html: deck.view, css }, file => Buffer.from((bundle[file] as Rolldown.OutputAsset).source))
        sheet.source = fonts.css
        head += `<style>${fonts.whole}</style>\n`
        rules = `${css}${rules}${fonts.few}`
        if (fonts.few)
          ({ html, head: foot } = letFirstFrameBy(html, fonts))
        // The whole styles come late, so that what stands above them is drawn meanwhile; scripts wait for them all the same.
        html = html.replace(link, '').replace('</body>', () => `${link.trim()}\n</body>`)
      }
      index.source = html.replace('</title>', () => `</title>\n${head}<style data-first-view>${rules}</style>${foot}`)
    },
  }
}
