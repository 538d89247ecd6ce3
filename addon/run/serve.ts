/** A built deck over HTTP, read only. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'

export interface Served {
  /** The deck's address, with a slash at the end. */
  url: string
  close: () => Promise<void>
}

/**
 * @param dir folder with the built files, read afresh for every request
 * @param options port: 0 takes any free one; host: the default is this machine alone
 * @throws when the port is taken or not allowed, saying what to do
 */
export async function serve(dir: string, { port = 0, host = '127.0.0.1' } = {}): Promise<Served> {
  const files = sirv(dir, { dev: true, etag: true })
  const server = createServer((request, response) => files(request, response))
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(new Error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken: stop what uses it, or give another with --port.`
        : `Cannot listen on ${host}:${port}: ${error.message}.`,
    )))
    server.listen(port, host, done)
  })
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}
