import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { createServer, resolveOptions } from '@slidev/cli'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deckRoot } from '../deck/load'
import { refusal } from '../vite/dev-safety'

const PASSWORD = 'open sesame'
const EVIL = 'http://evil.example'
const out = join(deckRoot, 'out')
const theirAddress = Object.values(networkInterfaces()).flat()
  .find(address => address && !address.internal && address.family === 'IPv4')?.address

let root: string
let port: number
let ours: string
let server: Awaited<ReturnType<typeof createServer>>

beforeAll(async () => {
  mkdirSync(out, { recursive: true })
  root = mkdtempSync(join(out, 'dev-safety-'))
  cpSync(new URL('decks/features', import.meta.url), root, { recursive: true })
  const options = await resolveOptions({ entry: join(root, 'slides.md'), remote: PASSWORD }, 'dev')
  server = await createServer(options, {
    server: { port: 0, host: '0.0.0.0', watch: null },
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
  })
  await server.listen()
  port = (server.httpServer!.address() as { port: number }).port
  ours = `http://127.0.0.1:${port}`
}, 60_000)

afterAll(async () => {
  await server?.close()
  rmSync(root, { recursive: true, force: true })
})

interface Answer {
  status: number
  text: string
}

type Headers = Record<string, string>

function ask(method: string, path: string, given: Headers = {}, body = '', host = '127.0.0.1'): Promise<Answer> {
  const headers = { 'Host': `${host}:${port}`, 'Content-Type': 'text/plain', ...given }
  return new Promise((done, fail) => {
    const sent = request({ host, port, method, path, headers }, (response) => {
      let text = ''
      response.on('data', part => text += part)
      response.on('end', () => done({ status: response.statusCode!, text }))
    })
    sent.on('upgrade', (_response, socket) => {
      socket.destroy()
      done({ status: 101, text: '' })
    })
    sent.on('error', given.Upgrade ? () => done({ status: 0, text: '' }) : fail)
    sent.end(body)
  })
}

/** @returns the status with which a web socket is answered; 0 where it is cut off */
const openSocket = async (headers: Headers) => (await ask('GET', `/?token=${server.config.webSocketToken}`, {
  'Connection': 'Upgrade',
  'Upgrade': 'websocket',
  'Sec-WebSocket-Key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Protocol': 'vite-hmr',
  ...headers,
})).status

/** A digest of every file of the deck, but for the caches that the server keeps. */
function digest(): string {
  const hash = createHash('sha256')
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
  for (const file of files.filter(entry => entry.isFile() && !entry.parentPath.includes('node_modules')))
    hash.update(file.name).update(readFileSync(join(file.parentPath, file.name)))
  return hash.digest('hex')
}

const write = JSON.stringify({ note: 'Overwritten.', content: '# Overwritten' })
const writes: [method: string, path: string, body: string][] = [
  ['POST', '/__slidev/slides/1.json', write],
  ['POST', '/__slidev/slides/2.json?x', write],
  ['PUT', '/__slidev/slides/1.json', write],
  ['POST', '/@server-reactive/nav', '{"patch":{"page":2}}'],
  ['POST', '/@server-ref/drawings', '{"patch":{"1":"<svg/>"}}'],
  ['POST', '/__mcp', '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'],
  ['GET', '/__open-in-editor?file=slides.md', ''],
  ['GET', '/__OPEN-IN-EDITOR?file=slides.md', ''],
]
const strangers: [who: string, headers: Record<string, string>][] = [
  ['without an Origin', {}],
  ['from another site', { Origin: EVIL }],
  ['from a file or a sandboxed frame', { Origin: 'null' }],
  ['from another site, said by Fetch Metadata', { 'Sec-Fetch-Site': 'cross-site' }],
  ['from another port of this machine', { 'Origin': 'http://127.0.0.1:1', 'Sec-Fetch-Site': 'same-site' }],
]

test.each(strangers)('no request %s writes, drives or opens', async (_who, headers) => {
  const before = digest()
  for (const [method, path, body] of writes)
    expect((await ask(method, path, headers, body)).status, `${method} ${path}`).toBe(403)
  expect(await openSocket(headers), 'websocket').toBe(0)
  expect(digest()).toBe(before)
})

const read = ['/', '/slides.md', '/__slidev/slides/1.json', '/@slidev/slides', '/@fs/etc/hostname']
test.each(read)('a page that has bound its own name to this machine reads nothing: %s', async (path) => {
  expect((await ask('GET', path, { Host: `evil.test:${port}`, Accept: 'text/html' })).status).toBe(403)
})

test('nor does it write, drive, or open a socket', async () => {
  const theirs = { Host: `evil.test:${port}`, Origin: `http://evil.test:${port}` }
  expect((await ask('POST', '/__slidev/slides/1.json', theirs, write)).status).toBe(403)
  expect(await openSocket(theirs)).toBe(0)
})

test('MCP is off for the deck’s own pages too', async () => {
  expect((await ask('POST', '/__mcp', { Origin: ours }, '{}')).status).toBe(403)
})

test('another machine is asked for the password, and even with it only reads', async () => {
  if (theirAddress) {
    const own = { 'Origin': `http://${theirAddress}:${port}`, 'Authorization': `Basic ${btoa(`:${PASSWORD}`)}` }
    expect((await ask('GET', '/', {}, '', theirAddress)).status).toBe(401)
    expect((await ask('GET', '/', { Authorization: `Basic ${btoa(':wrong')}` }, '', theirAddress)).status).toBe(401)
    expect((await ask('GET', '/', { ...own, Accept: 'text/html' }, '', theirAddress)).status).toBe(200)
    expect((await ask('POST', '/__slidev/slides/1.json', own, write, theirAddress)).status).toBe(403)
  }
  const headers = { host: 'deck:3030', origin: 'http://deck:3030' }
  const theirs = { url: '/__slidev/slides/1.json', method: 'POST', headers, socket: { remoteAddress: '192.0.2.7' } }
  expect(refusal(theirs as unknown as IncomingMessage)).toMatch(/Only the machine/)
})

test('the password is not served', async () => {
  const { status, text } = await ask('GET', '/@slidev/configs')
  expect(status).toBe(200)
  expect(text).toContain('slidesTitle')
  expect(text).not.toContain(PASSWORD)
})

// Last, since it writes: without it, a server that answers nothing would pass the tests above.
test('the deck’s own page writes, and its socket opens', async () => {
  const before = digest()
  expect(await openSocket({ Origin: ours })).toBe(101)
  expect((await ask('POST', '/__slidev/slides/1.json', { Origin: ours }, write)).status).toBe(200)
  expect(digest()).not.toBe(before)
})
