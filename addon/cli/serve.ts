/** A built deck over HTTP, read only, to whoever asks for it by its own name. */
import { existsSync, realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isIPv6, type AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import send from 'send'
import { isOwnName } from './host'

export interface Served {
  /** The deck's address, with a slash at the end. */
  url: string
  close: () => Promise<void>
}

/** Answers one request; what it throws is that request's answer. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** No other site may frame the deck, read it, or learn from its links where it stands. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': 'frame-ancestors \'self\'',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

function refuse(response: ServerResponse, status: number, why: string, headers = {}): void {
  if (response.headersSent)
    response.destroy() // half an answer: the reader sees that it broke off
  else
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(why)
}

/** As it stands in an address. */
const nameOf = (host: string) => isIPv6(host) ? `[${host}]` : host.toLowerCase()

/** Whether a file lies in the folder once links are followed; one that is not there leads nowhere. */
function liesIn(folder: string, path: string): boolean {
  try {
    return `${realpathSync(join(folder, path))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`)
  }
  catch {
    return true
  }
}

/**
 * @param folder with the built files, read afresh for every request
 * @param followLinks whether links may lead out of it
 */
export const files = (folder: string, followLinks = false): Handler => (request, response) => {
  const { pathname } = new URL(request.url!, 'http://deck')
  // What is no range of bytes asks for the whole (RFC 9110, 14.2).
  if (!/^bytes=(?:\d+-\d*|-\d+)$/.test(request.headers.range ?? ''))
    delete request.headers.range
  if (!followLinks && !liesIn(folder, decodeURIComponent(pathname)))
    return refuse(response, 403, 'This file lies outside the deck.')
  send(request, pathname, { root: folder, dotfiles: 'ignore', cacheControl: false })
    .on('headers', () => response.setHeader('Cache-Control', 'no-cache'))
    .on('error', ({ status = 500 }: { status?: number }) => refuse(response, status, status === 404 ? 'The deck has no such file.' : 'This cannot be answered.'))
    .pipe(response)
}

/**
 * @param handler a folder with the built files, or what answers instead
 * @param options port: 0 takes any free one; host: the default is this machine alone; names: what else the deck may be
 *   asked for by; followLinks: whether links may lead out of the folder
 * @throws when the port is taken or not allowed, saying what to do
 */
export async function serve(handler: string | Handler, { port = 0, host = '127.0.0.1', names = [] as string[], followLinks = false } = {}): Promise<Served> {
  if (!host)
    throw new Error('--host needs a name or an address, such as --host 0.0.0.0.')
  if (typeof handler === 'string' && !existsSync(handler))
    throw new Error(`There is no folder ${handler} to serve.`)
  const answer = typeof handler === 'string' ? files(handler, followLinks) : handler
  const own = [nameOf(host), ...names]
  const server = createServer(async (request, response) => {
    const failed = (error: Error) => {
      console.error(`${request.method} ${request.url}: ${error.message}`)
      refuse(response, error instanceof URIError ? 400 : 500, 'This cannot be answered.')
    }
    response.on('error', failed)
    Object.entries(HEADERS).forEach(([name, value]) => response.setHeader(name, value))
    if (!isOwnName(request.headers.host, own))
      return refuse(response, 403, 'The deck is not served under this name: start it with --host and the name.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'The deck is only read.', { Allow: 'GET, HEAD' })
    try {
      await answer(request, response)
    }
    catch (error) {
      failed(error as Error)
    }
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(new Error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken: stop what uses it, or give another with --port.`
        : `Cannot listen on ${host}:${port}: ${error.message}.`,
    )))
    server.listen(port, host, done)
  })
  return {
    url: `http://${nameOf(host)}:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}
