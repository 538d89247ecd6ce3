/** The page around the deck: what it may load, and what it says about itself. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { BESIDE } from '../deck/beside'

/** Of KaTeX's twenty fonts, the two that any formula takes: a network lost before its slide would lose them. */
const BASIC_FORMULA = /KaTeX_(?:Main-Regular|Math-Italic)/

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/**
 * The deck's own files and nothing else; nothing is fetched, sent or framed.
 * Styles are allowed inline since Slidev sets some while it runs.
 * @param html the finished page: scripts written into it are allowed by their digest
 */
export function policyFor(html: string): string {
  const inline = [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => hashOf(script!))
  const own = /<script\b[^>]*\ssrc=|rel="modulepreload"/.test(html) ? ["'self'"] : []
  const self = own.length ? "'self' " : ''
  return [
    "default-src 'none'",
    `script-src ${[...own, ...inline].join(' ')}`,
    `style-src ${self}'unsafe-inline'`,
    `img-src ${self}data:`,
    `font-src ${self}data:`,
    `media-src ${self}data:`,
    ...own.length ? ["manifest-src 'self'", "worker-src 'self'", "connect-src 'self'"] : [],
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Slidev writes author, description and keywords as quoted strings (`"…"`), escaped twice over. */
function unquoteMeta(html: string): string {
  return html.replace(/(<meta [^>]*content=")&quot;(.*?)&quot;(")/g, (_, before, text, after) =>
    `${before}${text.replace(/&amp;(?=#039;|quot;|amp;|lt;|gt;)/g, '&')}${after}`)
}

/** The icon written into the page: browsers ask for it again at each slide, the server gone or not. Slidev's own, another host's, goes. */
async function inlineIcon(page: string, publicDir: string): Promise<string> {
  const html = page.replace(/(<link rel="icon" href=")https?:[^"]+/, '$1data:,')
  const [link, file, kind] = html.match(/<link rel="icon" href="([^":]+\.(svg|png))">/) ?? []
  if (!link)
    return html
  const icon = await readFile(join(publicDir, file!))
  return html.replace(link, `<link rel="icon" href="data:image/${kind === 'svg' ? 'svg+xml' : kind};base64,${icon.toString('base64')}">`)
}

/** Most sites that show a preview take its picture from a whole address only: made where the deck says its own. */
function wholePicture(html: string, say: (line: string) => void): string {
  const own = html.match(/<meta property="og:url" content="([^"]+)"/)?.[1]
  const picture = /(<meta property="og:image" content=")(?!\w+:)([^"]*)/
  if (!own && picture.test(html))
    say(`og:image stays relative (${html.match(picture)![2]}), which some sites do not follow: give the deck's address as seoMeta.ogUrl.`)
  return own ? html.replace(picture, (_, before, path) => before + new URL(path, own).href) : html
}

/** @returns a plugin for builds only */
export function page(): Plugin {
  let publicDir = ''
  return {
    name: 'deck:page',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const index = bundle['index.html']
        if (index?.type !== 'asset')
          this.error('The build has no index.html: see what Slidev calls it now.')
        // The deck's own are asked for with the page, not once the styles have come; those for paper and the reading page, when they are asked for;
        // a package's, when a character needs them.
        const fonts = Object.values(bundle)
          .filter(file => file.type === 'asset' && file.fileName.endsWith('.woff2') && (BASIC_FORMULA.test(file.fileName) || !file.originalFileNames.some(name => /(?:^|\/)(?:paper\/fonts|read\/fonts|node_modules)\//.test(name))))
          .map(({ fileName: file }) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${file}">`)
        const html = wholePicture(unquoteMeta(await inlineIcon(index.source.toString(), publicDir)), line => this.info(line)).replace('</title>', ['$&', `<meta name="${BESIDE}" content="">`, ...fonts].join('\n'))
        index.source = html.replace(/<meta charset[^>]*>/i, `$&\n<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`)
      },
    },
  }
}
