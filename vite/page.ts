/** The page around the deck: what it may load, and what it says about itself. */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/**
 * The deck's own files and nothing else; nothing is fetched, sent or framed.
 * Styles are allowed inline since Slidev sets some while it runs.
 * @param html the finished page: scripts written into it are allowed by their digest
 */
export function policyFor(html: string): string {
  const inline = [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => hashOf(script!))
  const own = /<script\b[^>]*\ssrc=/.test(html) ? ["'self'"] : []
  const self = own.length ? "'self' " : ''
  return [
    "default-src 'none'",
    `script-src ${[...own, ...inline].join(' ')}`,
    `style-src ${self}'unsafe-inline'`,
    `img-src ${self}data:`,
    `font-src ${self}data:`,
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

/** @returns a plugin for builds only */
export function page(): Plugin {
  return {
    name: 'deck:page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const index = bundle['index.html']
        if (index?.type !== 'asset')
          this.error('The build has no index.html: see what Slidev calls it now.')
        // Asked for with the page, not once the styles have come.
        const fonts = Object.keys(bundle).filter(file => file.endsWith('.woff2'))
          .map(file => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${file}">`)
        const html = unquoteMeta(index.source.toString()).replace('</title>', ['$&', ...fonts].join('\n'))
        index.source = html.replace(/<meta charset[^>]*>/i, `$&\n<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`)
      },
    },
  }
}
