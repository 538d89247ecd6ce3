/**
 * Only the author writes. Slidev's development server rewrites slides, moves
 * every window and opens files for whoever asks, any web page open on the
 * machine included; with `--remote`, so it does for the whole network.
 */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'vite'
import { isOwnName } from '../cli/host'

/** Addresses that act even when they are only read; the server takes them in any letter case. */
const ACTS = /^\/__(?:mcp|open-in-editor|inspect)\b/i

const isHere = ({ socket }: IncomingMessage) => /^(?:::1|(?:::ffff:)?127\..+)$/.test(socket.remoteAddress ?? '')

/**
 * Does the request come from a page of this very server? Says so by itself in
 * every browser, but for the name: Vite looks at it after Slidev has written.
 */
function isOurPage({ headers }: IncomingMessage): boolean {
  if (!isOwnName(headers.host))
    return false
  if (headers.origin)
    return /^https?:\/\//.test(headers.origin) && headers.origin.replace(/^https?:\/\//, '') === headers.host
  return headers['sec-fetch-site'] === 'same-origin'
}

/**
 * @param request as it came in
 * @returns why it is refused, in one line; nothing when it may pass
 */
export function refusal(request: IncomingMessage): string | undefined {
  const path = request.url ?? ''
  if (/^\/__mcp\b/i.test(path))
    return 'The MCP server is off in this deck.'
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? '') && !ACTS.test(path))
    return undefined
  if (!isHere(request))
    return 'Only the machine that runs the server may change or drive the deck.'
  return isOurPage(request) ? undefined : 'Only the deck’s own pages may change or drive it.'
}

/** HTTP's Basic scheme, any user name. */
function knows(password: string, { headers }: IncomingMessage): boolean {
  const given = Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString().replace(/^[^:]*:/, '')
  const [a, b] = [Buffer.from(given), Buffer.from(password)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * @param password what `--remote=PASSWORD` was given, if anything: asked of every
 *   other machine by the server itself, and never sent to the browser
 */
export function devSafety(password?: string): Plugin {
  const locked = (request: IncomingMessage) => Boolean(password) && !isHere(request) && !knows(password!, request)
  return {
    name: 'deck:dev-safety',
    apply: 'serve',
    transform: {
      order: 'pre',
      handler: (code, id) => id === '/@slidev/configs' && password
        ? code.replace(`"remote":${JSON.stringify(password)}`, '"remote":""')
        : null,
    },
    configureServer: {
      order: 'pre',
      handler(server) {
        server.middlewares.use((request, response, next) => {
          if (locked(request)) {
            response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="The deck"' }).end('This deck asks for its password.')
            return
          }
          const reason = refusal(request)
          if (!reason)
            return next()
          response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end(reason)
        })
        // Ahead of Vite's own listener: a socket of another site, or of no page at all, is not opened.
        server.httpServer?.prependListener('upgrade', (request: IncomingMessage, socket: { destroy: () => void }) => {
          if (locked(request) || !isOurPage(request))
            socket.destroy()
        })
        // Another machine may watch: what it says is not listened to, by whichever plugin comes to listen.
        server.ws.on('connection', (socket, request) => {
          if (!isHere(request))
            queueMicrotask(() => socket.removeAllListeners('message'))
        })
      },
    },
  }
}
