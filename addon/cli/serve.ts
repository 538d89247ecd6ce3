/** A built deck over HTTP, read only, to whoever asks for it by its own name. */
import { existsSync, realpathSync, statSync, type ReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isIPv6, type AddressInfo } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { join, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import send from 'send'
import { isOwnName } from './host'

export interface Served {
  /** The deck's address, with a slash at the end. */
  url: string
  close: () => Promise<void>
}

export interface ServeOptions {
  /** 0 takes any free one. */
  port?: number
  /** The default is this machine alone. */
  host?: string
  /** What else the deck may be asked for by. */
  names?: string[]
  /** Whether links may lead out of the folder. */
  followLinks?: boolean
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

const CANNOT = 'This cannot be answered.'

function refuse(response: ServerResponse, status: number, why: string, headers = {}): void {
  if (response.headersSent)
    response.destroy() // half an answer: the reader sees that it broke off
  else
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(why)
}

/** As it stands in an address. */
const nameOf = (host: string) => isIPv6(host) ? `[${host}]` : host.toLowerCase()

/** What the server may be asked for by: where it listens to all of the machine's addresses, by each of them. */
const namesOf = (host: string) => /^(?:0\.0\.0\.0|::)$/.test(host)
  ? [hostname(), ...Object.values(networkInterfaces()).flat().map(found => found!.address)].map(nameOf)
  : [nameOf(host)]

/** As a path; `send` refuses what is none. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replace(/\0.*/s, '')
  }
  catch {
    return ''
  }
}

/**
 * @param folder with the built files, read afresh for every request
 * @param followLinks whether links may lead out of it
 */
export const files = (folder: string, followLinks = false): Handler => async (request, response) => {
  const pathname = request.url!.replace(/[?#].*$/s, '')
  const path = join(folder, decoded(pathname.replace(/\/$/, '/index.html')))
  // Between the two steps that put a new build in its place there is none.
  for (let tries = 0; tries < 50 && !existsSync(folder); tries++)
    await setTimeout(10)
  if (!followLinks && existsSync(path) && !`${realpathSync(path)}${sep}`.startsWith(`${realpathSync(folder)}${sep}`))
    return refuse(response, 403, 'This file lies outside the deck.')
  // What is no range of bytes asks for the whole (RFC 9110, 14.2), and so do more last bytes than there are (14.1.2).
  const [, last] = request.headers.range?.match(/^bytes=(?:\d+-\d*|-(\d+))$/) ?? [undefined, Infinity]
  if (Number(last) >= (statSync(path, { throwIfNoEntry: false })?.size ?? 0))
    delete request.headers.range
  const cut = (stream: ReadStream) => stream.bytesRead < Number(response.getHeader('Content-Length'))
  send(request, pathname, { root: folder, dotfiles: 'ignore', cacheControl: false })
    .on('headers', () => response.setHeader('Cache-Control', 'no-cache'))
    // A file that was cut while it was sent: its reader would wait for the rest.
    .on('stream', (stream: ReadStream) => stream.once('close', () => cut(stream) && response.destroy()))
    .on('error', ({ status = 500 }: { status?: number }) =>
      refuse(response, status, status === 404 ? 'The deck has no such file.' : CANNOT))
    .pipe(response)
}

/**
 * @param handler a folder with the built files, or what answers instead
 * @throws when the port is taken or not allowed, saying what to do
 */
export async function serve(handler: string | Handler, options: ServeOptions = {}): Promise<Served> {
  const { port = 0, host = '127.0.0.1', names = [], followLinks } = options
  if (!host)
    throw new Error('--host needs a name or an address, such as --host 0.0.0.0.')
  const answer = typeof handler === 'string' ? files(handler, followLinks) : handler
  const own = [...namesOf(host), ...names]
  const server = createServer(async (request, response) => {
    Object.entries(HEADERS).forEach(([name, value]) => response.setHeader(name, value))
    if (!isOwnName(request.headers.host, own))
      return refuse(response, 403, 'The deck is not served under this name: start it with --host and the name.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'The deck is only read.', { Allow: 'GET, HEAD' })
    try {
      await answer(request, response)
    }
    catch (error) {
      console.error(`${request.method} ${request.url}: ${(error as Error).message}`)
      refuse(response, 500, CANNOT)
    }
  })
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
