/**
 * Two stylesheets: what the audience's page can use, and all of it, which the other pages (presenter, overview, notes,
 * paper, and the navigation bar) wait for. Slidev's one sheet for all of them is half prose, icons and controls that no slide has.
 */
import { PurgeCSS } from 'purgecss'
import type { Plugin, Rolldown } from 'vite'

/** Names that Vue puts together: of a transition's phases. */
const PHASES = /-(?:enter|leave)-(?:from|active|to)$/

/** The scripts that draw more than slides: the other pages, and the navigation bar. */
const LATE = new Set(['more', 'speaker'])

/** In the page, but not loaded until another page asks for it. */
const WHOLE = 'link[data-whole]'
const WAIT = `{const sheet=document.querySelector('${WHOLE}');if(sheet?.disabled)await new Promise(done=>{sheet.onload=sheet.onerror=done;sheet.disabled=false})}\n`

/** Whatever could be a class, an attribute (with an empty value), an element or an id: whole strings, and each word in them. */
const words = (code: string) => ['', ...code.match(/[^\s"'`\\]+/g) ?? [], ...code.match(/[\w-]+/g) ?? []]

/** Names that begin as the code's own strings do which go on with a value: `page-${no}`, 'page-' + no. */
function putTogether(code: string): RegExp[] {
  const beginnings = new Set([...code.matchAll(/([a-zA-Z][\w-]*-)(?=\$\{|["'`]\s*\+)/g)].map(([, beginning]) => beginning))
  return [...beginnings].map(beginning => new RegExp(`^${beginning}`))
}

/**
 * UnoCSS gives fifty variables their first values on every element and both its pseudo-elements, which a browser then
 * works out for each of a slide's hundreds; said once, they are the same (its newer preset does so: unocss/unocss#4439).
 */
function saidOnce(css: string): string {
  return css.replace(/\*,\s*::?before,\s*::?after(?:,\s*::backdrop)?\s*\{(--un-[^}]*)\}(?:\s*::backdrop\s*\{--un-[^}]*\})?/, (_, values: string) =>
    values.replace(/(--un-[\w-]+):([^;]*);?/g, (_, name, value: string) => `@property ${name}{syntax:"*";inherits:false;initial-value:${value.startsWith('var(') ? ' ' : value}}`))
}

/** A chunk with all that it imports at once, as text. */
function codeOf(bundle: Rolldown.OutputBundle, { code, imports }: Rolldown.OutputChunk): string {
  return [code, ...imports.map(file => codeOf(bundle, bundle[file] as Rolldown.OutputChunk))].join('\n')
}

/** @returns a plugin for builds only; one file has one sheet */
export function styles(): Plugin {
  return {
    name: 'deck:styles',
    apply: (_, { command }) => command === 'build' && !process.env.DECK_SINGLE,
    enforce: 'post',
    renderChunk: (code, chunk) => LATE.has(chunk.name) ? WAIT + code : null,
    async generateBundle(_, bundle) {
      const index = bundle['index.html'] as Rolldown.OutputAsset
      const entry = Object.values(bundle).find((file): file is Rolldown.OutputChunk => file.type === 'chunk' && file.isEntry)!
      const all = Object.values(bundle).find((file): file is Rolldown.OutputAsset => file.type === 'asset' && file.fileName.endsWith('.css'))!
      all.source = saidOnce(all.source.toString())
      const html = index.source.toString()
      const code = codeOf(bundle, entry)
      const [purged] = await new PurgeCSS().purge({
        content: [{ raw: html + code, extension: 'js' }],
        css: [{ raw: all.source }],
        defaultExtractor: words,
        // Marks a picture that stands for a slide in the overview: the audience's page has none.
        blocklist: ['i-carbon-camera'],
        safelist: { standard: [PHASES, /^:/, ...putTogether(code)] },
      })
      // Beside the first one, so that addresses in it stay true; under a name of its own, since it follows from the scripts too.
      const first = this.getFileName(this.emitFile({ type: 'asset', name: 'first.css', source: purged!.css }))
      const link = html.match(/<link rel="stylesheet"[^>]*>/)![0]
      index.source = html.replace(link, `${link.replace(all.fileName, first)}\n${link.replace('<link', '<link disabled data-whole')}`)
      // Fonts stand in the first.
      all.source = all.source.replace(/@font-face\s*\{[^}]*\}/g, '')
    },
  }
}
