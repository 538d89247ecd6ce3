/** The server of a built deck: to whom it answers, what, and that no request ends it. */
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { serve, type Served } from '../cli/serve'

const dir = mkdtempSync(join(inject('scratch'), 'serve-'))
let served: Served
beforeAll(async () => {
  writeFileSync(join(dir, 'index.html'), 'the deck')
  mkdirSync(join(dir, 'folder'))
  symlinkSync('/etc/hosts', join(dir, 'hosts'))
  served = await serve(dir, { names: ['talk.test'] })
})
afterAll(() => served.close())

interface Answer { status: number, text: string, headers: IncomingHttpHeaders }
interface Ask { method?: string, path?: string, host?: string, range?: string, meanwhile?: () => void }

/** Rejects when the answer breaks off. */
const ask = (asked: Ask = {}) => new Promise<Answer>((done, fail) => {
  const { method = 'GET', path = '/', host = new URL(served.url).host, range, meanwhile } = asked
  const headers = { Host: host, ...range && { Range: range } }
  request(served.url, { method, path, headers, agent: false }, (response) => {
    let text = ''
    meanwhile?.()
    response.on('data', part => text += part).on('error', fail)
      .on('end', () => done({ status: response.statusCode!, text, headers: response.headers }))
  }).on('error', fail).end()
})

const OWN = ['localhost', 'localhost:4000', 'LOCALHOST', '127.0.0.1', '[::1]:3030', 'talk.test:80']
const OTHERS = ['evil.test', 'evil.test:3030', '127.0.0.1.evil.test', 'localhost.evil.test']
it.each([...OWN, ...OTHERS])('answers a page that calls it "%s" only where that is its name', async (host) => {
  const { status, text } = await ask({ host })
  expect([status, text === 'the deck']).toEqual(OWN.includes(host) ? [200, true] : [403, false])
})

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('takes no %s', async (method) => {
  expect(await ask({ method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})

it.each([
  ['/', 200], ['/gone.js', 404], ['/%E0%A4%A', 400], ['/%00', 400], ['//', 200],
  ['/../package.json', 404], ['/hosts', 404], ['/folder', 404], ['/folder/', 404], ['/.deck-build.json', 404],
])('answers %s with %i, and what other sites may not do', async (path, status) => {
  expect(await ask({ path })).toMatchObject({ status, headers: {
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'frame-ancestors \'self\'',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  } })
})

it.each([
  ['bytes=0-2', 206, 'the'], ['bytes=-4', 206, 'deck'], ['bytes=4-', 206, 'deck'], ['bytes=-100', 200, 'the deck'],
  ['bytes=8-', 200, 'the deck'], ['bytes=5-2', 200, 'the deck'],
  ['bytes=', 200, 'the deck'], ['bytes=a-b', 200, 'the deck'], ['bytes=-', 200, 'the deck'],
  ['bytes=0-1,4-5', 200, 'the deck'], ['lines=1-2', 200, 'the deck'],
] as const)('answers the range %s with %i', async (range, status, text) => {
  expect(await ask({ range })).toMatchObject({ status, text })
})

it('lets an error be the answer of its request, in one line, and goes on', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  symlinkSync('loop', join(dir, 'loop'))
  expect(await ask({ path: '/loop' })).toMatchObject({ status: 500 })
  expect(said.mock.calls).toEqual([[expect.stringMatching(/^GET \/loop: ELOOP.*$/)]])
  said.mockRestore()
  expect(await ask()).toMatchObject({ text: 'the deck' })
})

it('breaks off a file that is cut while it is sent, and goes on', async () => {
  const file = join(dir, 'film.webm')
  writeFileSync(file, Buffer.alloc(50 << 20))
  await expect(ask({ path: '/film.webm', meanwhile: () => truncateSync(file) })).rejects.toThrow('aborted')
  expect(await ask()).toMatchObject({ status: 200 })
})

it.each<[Parameters<typeof serve>[1], RegExp]>([
  [{ host: '' }, /^--host needs a name or an address.*$/],
  [{ host: '192.0.2.1' }, /^Cannot listen on 192\.0\.2\.1:0: .*$/],
])('says in one line that it cannot listen: %o', async (options, line) => {
  await expect(serve(dir, options)).rejects.toThrow(line)
})

it('says in one line that its port is taken', async () => {
  await expect(serve(dir, { port: Number(new URL(served.url).port) })).rejects.toThrow(/^Port \d+ is taken: .*$/)
})
