/** The built page around the deck: its first slide, what it says about itself, and what it may load. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, Rolldown } from 'vite'
import { checkSteps } from './check'
import { prerender } from './prerender'

/** Of KaTeX's twenty fonts, the two that any formula takes: a network lost before its slide would lose them. */
const BASIC_FORMULA = /KaTeX_(?:Main-Regular|Math-Italic)/

/**
 * The deck's own files and nothing else; nothing of others is fetched, sent or framed.
 * Styles are allowed inline since Slidev sets some while it runs.
 * @param html the finished page: scripts written into it are allowed by their digest
 */
export function policyFor(html: string): string {
  const inline = [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`)
  const own = /<link rel="stylesheet"/.test(html) ? ["'self'"] : []
  const self = own.length ? "'self' " : ''
  return [
    "default-src 'none'",
    `script-src ${[...own, ...inline].join(' ')}`,
    `style-src ${self}'unsafe-inline'`,
    `img-src ${self}data:`,
    `font-src ${self}data:`,
    `media-src ${self}data:`,
    ...own.length ? ["frame-src 'self'", "manifest-src 'self'", "worker-src 'self'", "connect-src 'self'"] : [],
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Slidev writes author, description and keywords as quoted strings (`"…"`), escaped twice over. */
function unquoteMeta(html: string): string {
  return html.replace(/(<meta [^>]*content=")&quot;(.*?)&quot;(")/g, (_, before, text, after) =>
    `${before}${text.replace(/&amp;(?=#039;|quot;|amp;|lt;|gt;)/g, '&')}${after}`)
}

/** The icon written into the page: browsers ask for it again at each slide, the server gone or not. */
async function inlineIcon(html: string, publicDir: string): Promise<string> {
  const [link, file, kind] = html.match(/<link rel="icon" href="(?!\w+:)([^"]+\.(svg|png))">/) ?? []
  const icon = link && await readFile(join(publicDir, file!)).catch(() => undefined)
  const type = kind === 'svg' ? 'svg+xml' : kind
  return icon ? html.replace(link, link.replace(file!, `data:image/${type};base64,${icon.toString('base64')}`)) : html
}

/** Most sites that show a preview take its picture from a whole address only: made where the deck says its own. */
function wholePicture(html: string): string {
  const own = html.match(/<meta property="og:url" content="([^"]+)"/)?.[1]
  const picture = /(<meta property="og:image" content=")(?!\w+:)([^"]*)/
  return own ? html.replace(picture, (_, before, path) => before + new URL(path, own).href) : html
}

/** The deck's own fonts are asked for with the page; a package's, paper's among them, when they are used. */
function preloads(bundle: Rolldown.OutputBundle, base: string): string[] {
  const own = (name: string) => !/node_modules|(?:^|\/)addon\/|^\.\./.test(name)
  return Object.values(bundle)
    .filter(file => file.type === 'asset' && file.fileName.endsWith('.woff2'))
    .filter(file => BASIC_FORMULA.test(file.fileName) || (file as Rolldown.OutputAsset).originalFileNames.every(own))
    .map(({ fileName: file }) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}${file}">`)
}

/**
 * @param options of Slidev
 * @param publicDir the deck's public/
 * @param single whether everything stands in the page
 * @returns a plugin for builds only
 */
export function page(options: ResolvedSlidevOptions, publicDir: string, single: boolean): Plugin {
  const { config, headmatter } = options.data
  const offline = (headmatter as { checks?: { offline?: boolean } }).checks?.offline === true
  const { canvasWidth: width, aspectRatio, colorSchema: scheme } = config
  const slide = { width, height: Math.ceil(width / aspectRatio), scheme }
  let base = ''
  return {
    name: 'deck:page',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    // Slidev calls every installed deck “Slidev”, and the plug-in describes it as its package.
    generateBundle: {
      order: 'post',
      handler(_, { 'manifest.webmanifest': manifest }) {
        if (manifest?.type === 'asset') {
          const own = { short_name: String(config.title).split(':')[0], description: config.info || undefined }
          manifest.source = JSON.stringify({ ...JSON.parse(String(manifest.source)), ...own })
        }
      },
    },
    async writeBundle({ dir }, bundle) {
      const file = join(dir!, 'index.html')
      let html = wholePicture(unquoteMeta(await inlineIcon(await readFile(file, 'utf8'), publicDir)))
      if (offline)
        html = html.replace(/<link rel="icon" href="https?:[^>]*>/, '<link rel="icon" href="data:,">')
      if (config.routerMode === 'hash' && !single) {
        const run = await prerender(html, dir!, slide).catch((error: Error) => {
          this.warn(`The first slide stays out of the page, empty until its script has run: ${error.message}`)
          return { html, steps: [] }
        })
        await checkSteps(options, run.steps)
        html = run.html
      }
      html = html.replace('</title>', ['$&', ...preloads(bundle, base)].join('\n'))
        .replace('<div id="app">', '<noscript>The slides need scripts.</noscript>\n$&')
      const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`
      await writeFile(file, offline ? html.replace(/<meta charset[^>]*>/i, `$&\n${policy}`) : html)
    },
  }
}
