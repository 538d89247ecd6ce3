/** A built deck over HTTP, read only, to whoever asks for it by its own name. */
import { existsSync, realpathSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { isIPv6, type AddressInfo } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { lookup } from 'mrmime'
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

const MISSING = 'The deck has no such file.'

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

type Range = [from: number, to: number]

/**
 * Opens a file of the folder; where there is none, once more: between the two steps that put a new build in its place
 * there is no folder.
 * @param outside whether links may lead out of the folder
 * @returns nothing where the file lies outside
 * @throws as Node does
 */
async function openIn(folder: string, path: string, outside: boolean, again = true): Promise<FileHandle | undefined> {
  let file: FileHandle | undefined
  try {
    file = await open(join(folder, path))
    if (outside || `${realpathSync(join(folder, path))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`))
      return file
    await file.close()
  }
  catch (error) {
    await file?.close()
    if (!again)
      throw error
    for (let tries = 50; tries && !existsSync(folder); tries--)
      await setTimeout(10)
    return openIn(folder, path, outside, false)
  }
}

/**
 * First and last byte that are asked for. What is no range, or several, asks for the whole (RFC 9110, 14.2), and so do
 * more last bytes than there are (14.1.2). One that cannot be met begins after its end.
 */
function rangeOf({ range, 'if-range': condition }: IncomingHttpHeaders, size: number, tag: string): Range | undefined {
  const [, from, to] = range?.match(/^bytes=(\d*)-(\d*)$/) ?? []
  const isNone = (!from && !to) || (from && to && Number(to) < Number(from))
  if (isNone || (condition && condition !== tag) || (!from && Number(to) >= size))
    return undefined
  return from ? [Number(from), to && Number(to) < size ? Number(to) : size - 1] : [size - Number(to), size - 1]
}

/**
 * @param folder with the built files, opened afresh for every request
 * @param followLinks whether links may lead out of it
 */
export const files = (folder: string, followLinks = false): Handler => async (request, response) => {
  const asked = decodeURIComponent(request.url!.replace(/[?#].*$/s, ''))
  const path = asked.endsWith('/') ? `${asked}index.html` : asked
  // Neither ways up nor the build's own stamp.
  if (/[\\/]\./.test(asked))
    return refuse(response, 404, MISSING)
  const file = await openIn(folder, path, followLinks)
  if (!file)
    return refuse(response, 403, 'This file lies outside the deck.')
  try {
    // Of the file that is open, whatever takes its place meanwhile.
    const stat = await file.stat()
    if (!stat.isFile())
      return refuse(response, 404, MISSING)
    const { size, mtimeMs } = stat
    const tag = `"${size.toString(36)}-${mtimeMs.toString(36)}"`
    response.setHeader('ETag', tag).setHeader('Cache-Control', 'no-cache').setHeader('Accept-Ranges', 'bytes')
    if (request.headers['if-none-match'] === tag)
      return void response.writeHead(304).end()
    const range = rangeOf(request.headers, size, tag)
    const [start, end] = range ?? [0, size - 1]
    if (range && start > end)
      return refuse(response, 416, 'The file has no such bytes.', { 'Content-Range': `bytes */${size}` })
    const length = end - start + 1
    const type = lookup(path) ?? 'application/octet-stream'
    response.writeHead(range ? 206 : 200, {
      'Content-Type': /^text|javascript$/.test(type) ? `${type}; charset=utf-8` : type,
      'Content-Length': length,
      ...range && { 'Content-Range': `bytes ${start}-${end}/${size}` },
    })
    if (request.method === 'HEAD' || !length)
      return void response.end()
    const stream = file.createReadStream({ start, end, autoClose: false })
    await pipeline(stream, response, { end: false })
    // Of a file that was cut while it was sent the reader would wait for the rest.
    stream.bytesRead < length ? response.destroy() : response.end()
  }
  finally {
    await file.close()
  }
}

/** The status that says what went wrong. */
const STATUS: Record<string, number> = {
  ENOENT: 404, ENOTDIR: 404, EISDIR: 404, ENAMETOOLONG: 404, ERR_INVALID_ARG_VALUE: 400,
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
      const { message, code = '' } = error as NodeJS.ErrnoException
      const status = error instanceof URIError ? 400 : STATUS[code] ?? 500
      // A reader who left is no error.
      if (status === 500 && !response.destroyed)
        console.error(`${request.method} ${request.url}: ${message}`)
      refuse(response, status, status === 404 ? MISSING : 'This cannot be answered.')
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
