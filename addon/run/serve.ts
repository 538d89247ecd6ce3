/** A built deck over HTTP, read only, to whoever asks for it by its own name. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isIPv6, type AddressInfo } from 'node:net'
import sirv from 'sirv'
import { isOwnName } from './host'

export interface Served {
  /** The deck's address, with a slash at the end. */
  url: string
  close: () => Promise<void>
}

/** No other site may frame the deck, read it, or learn from its links where it stands. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': 'frame-ancestors \'self\'',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

function refuse(response: ServerResponse, status: number, why: string, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(why)
}

/** As it stands in an address. */
const nameOf = (host: string) => isIPv6(host) ? `[${host}]` : host.toLowerCase()

/**
 * @param dir folder with the built files, read afresh for every request
 * @param options port: 0 takes any free one; host: the default is this machine alone;
 *   names: what else the deck may be asked for by
 * @throws when the port is taken or not allowed, saying what to do
 */
export async function serve(dir: string, { port = 0, host = '127.0.0.1', names = [] as string[] } = {}): Promise<Served> {
  const files = sirv(dir, { dev: true, etag: true })
  const own = [nameOf(host), ...names]
  const server = createServer((request: IncomingMessage, response) => {
    Object.entries(HEADERS).forEach(([name, value]) => response.setHeader(name, value))
    if (!isOwnName(request.headers.host, own))
      return refuse(response, 403, 'The deck is not served under this name: start it with --host and the name.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'The deck is only read.', { Allow: 'GET, HEAD' })
    files(request, response)
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
