/**
 * Only the author writes. Slidev's development server rewrites slides, moves every window and opens files for whoever
 * asks, any web page open on the machine included; with `--remote`, the whole network (upstream/development-server.md).
 */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { isOwnName } from '../cli/serve'

/** Addresses that act even when they are only read; the server takes them in any letter case. */
const ACTS = /^\/__(?:mcp|open-in-editor|inspect)\b/i

const isHere = ({ socket }: IncomingMessage) => /^(?:::1|(?:::ffff:)?127\..+)$/.test(socket.remoteAddress ?? '')

/** By origin, as every browser gives it, and by name, at which Vite looks only after Slidev has written. */
const isOurPage = ({ headers: { host, origin, 'sec-fetch-site': site } }: IncomingMessage) =>
  isOwnName(host) && (origin ? /^https?:\/\/(.*)$/.exec(origin)?.[1] === host : site === 'same-origin')

/**
 * @param request as it came in
 * @returns why it is refused, in one line; nothing when it may pass
 */
export function refusal(request: IncomingMessage): string | undefined {
  const { url = '', method = '' } = request
  if (/^\/__mcp\b/i.test(url))
    return 'The MCP server is off in this deck.'
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) && !ACTS.test(url))
    return undefined
  if (!isHere(request))
    return 'Only the machine that runs the server may change or drive the deck.'
  return isOurPage(request) ? undefined : 'Only the deck’s own pages may change or drive it.'
}

/** HTTP's Basic scheme, any user name. */
function knows(password: string, { headers }: IncomingMessage): boolean {
  const given = Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString()
  const [a, b] = [Buffer.from(given.replace(/^[^:]*:/, '')), Buffer.from(password)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * @param options of Slidev: the password of `--remote=PASSWORD` is taken out of them, so that it is never sent to a
 *   browser; the server itself asks every other machine for it
 */
export function devSafety(options: ResolvedSlidevOptions): Plugin {
  const password = options.remote
  if (password)
    options.remote = ''
  const locked = (request: IncomingMessage) => Boolean(password) && !isHere(request) && !knows(password!, request)
  return {
    name: 'deck:dev-safety',
    apply: 'serve',
    configureServer: {
      order: 'pre',
      handler({ middlewares, httpServer, ws }) {
        middlewares.use((request, response, next) => {
          const reason = refusal(request)
          if (locked(request))
            response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end('This deck asks for its password.')
          else if (reason)
            response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end(reason)
          else
            next()
        })
        // Ahead of Vite's own listener: a socket of another site, or of no page at all, is not opened.
        httpServer?.prependListener('upgrade', (request: IncomingMessage, socket: { destroy: () => void }) => {
          if (locked(request) || !isOurPage(request))
            socket.destroy()
        })
        // Another machine may watch: what it says is not listened to, by whichever plugin comes to listen.
        ws.on('connection', (socket, request) => {
          if (!isHere(request))
            queueMicrotask(() => socket.removeAllListeners('message'))
        })
      },
    },
  }
}
