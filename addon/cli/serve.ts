/** A built deck over HTTP, read only, to whoever asks for it by its own name. */
import { existsSync } from 'node:fs'
import { open, realpath, type FileHandle } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isIP, isIPv6, type AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { lookup } from 'mrmime'

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

/** No other site may frame the deck, read it, or learn from its links where it stands. */
const HEADERS = new Headers({
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': 'frame-ancestors \'self\'',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
  'Accept-Ranges': 'bytes',
})

/**
 * A page on the web may bind its own name to this machine and then read what is served here as if it were its own (DNS
 * rebinding): only the `Host` header tells. An address is no such name.
 * @param names what else than `localhost` and addresses the server may be called by
 */
export function isOwnName(host = '', names: readonly string[] = []): boolean {
  const name = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1').toLowerCase()
  return isIP(name) > 0 || ['localhost', ...names].includes(name)
}

/** @returns nothing where the file lies outside the folder */
async function openIn(folder: string, path: string, outside: boolean): Promise<FileHandle | undefined> {
  const find = async () => {
    const file = await realpath(join(folder, path))
    return outside || file.startsWith(await realpath(folder) + sep) ? open(file) : undefined
  }
  return find().catch(async () => {
    // Between the two steps that put a new build in its place there is no folder.
    for (let tries = 50; tries && !existsSync(folder); tries--)
      await setTimeout(10)
    return find()
  })
}

/** First and last byte asked for; what is no range, several, or outside the file asks for the whole (RFC 9110, 14). */
function rangeOf(header = '', size: number): { start: number, end: number } | undefined {
  const [, from, to] = header.match(/^bytes=(\d*)-(\d*)$/) ?? []
  const start = from ? Number(from) : size - Number(to || Number.NaN)
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  return start >= 0 && start <= end ? { start, end } : undefined
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent)
    response.destroy() // half an answer: the reader sees that it broke off
  else
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end(why)
}

/** The folder is looked into afresh for every request: a new build may have taken its place. */
async function answer(request: IncomingMessage, response: ServerResponse, folder: string, followLinks: boolean) {
  const asked = decodeURIComponent(request.url!.replace(/[?#].*$/s, ''))
  const path = asked.endsWith('/') ? `${asked}index.html` : asked
  // Neither ways up nor the build's own stamp.
  const file = /[\\/]\./.test(asked) ? undefined : await openIn(folder, path, followLinks)
  try {
    // Of the file that is open, whatever takes its place meanwhile.
    const stat = await file?.stat()
    if (!stat?.isFile())
      return refuse(response, 404, 'The deck has no such file.')
    const range = rangeOf(request.headers.range, stat.size)
    const { start, end } = range ?? { start: 0, end: stat.size - 1 }
    const type = lookup(path) ?? 'application/octet-stream'
    response.writeHead(range ? 206 : 200, {
      'Content-Type': /^text|javascript$/.test(type) ? `${type}; charset=utf-8` : type,
      'Content-Length': end - start + 1,
      ...range && { 'Content-Range': `bytes ${start}-${end}/${stat.size}` },
    })
    const stream = file!.createReadStream({ start, end: Math.max(end, 0), autoClose: false })
    await pipeline(stream, response, { end: false })
    // Of a file that was cut while it was sent the reader would wait for the rest.
    stream.bytesRead <= end - start ? response.destroy() : response.end()
  }
  finally {
    await file?.close()
  }
}

/**
 * @param folder with the built files
 * @throws when the port is taken or not allowed, saying what to do
 */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Served> {
  const { port = 0, host = '127.0.0.1', names = [], followLinks = false } = options
  if (!host)
    throw new Error('--host needs a name or an address, such as --host 0.0.0.0.')
  const own = [host, hostname(), ...names].map(name => name.toLowerCase())
  const server = createServer((request, response) => {
    response.setHeaders(HEADERS)
    if (!isOwnName(request.headers.host, own))
      return refuse(response, 403, 'The deck is not served under this name: start it with --host and the name.')
    if (!/^(?:GET|HEAD)$/.test(request.method!))
      return refuse(response.setHeader('Allow', 'GET, HEAD'), 405, 'The deck is only read.')
    answer(request, response, folder, followLinks).catch((error: NodeJS.ErrnoException) => {
      if (/^E(?:NOENT|NOTDIR|NAMETOOLONG)$/.test(error.code ?? ''))
        return refuse(response, 404, 'The deck has no such file.')
      if (error instanceof URIError || error.code === 'ERR_INVALID_ARG_VALUE')
        return refuse(response, 400, 'This is no address.')
      // A reader who left is no error.
      if (!response.destroyed)
        console.error(`${request.method} ${request.url}: ${error.message}`)
      refuse(response, 500, 'This cannot be answered.')
    })
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
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}
