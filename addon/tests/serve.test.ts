import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve, type Served } from '../run/serve'

const dir = mkdtempSync(join(tmpdir(), 'serve-'))
let served: Served
beforeAll(async () => {
  writeFileSync(join(dir, 'index.html'), 'the deck')
  served = await serve(dir, { names: ['talk.test'] })
})
afterAll(async () => {
  await served.close()
  rmSync(dir, { recursive: true })
})

interface Answer { status: number, text: string, headers: IncomingHttpHeaders }

const ask = (options: { method?: string, path?: string, host?: string }) => new Promise<Answer>((done, fail) => {
  const { method = 'GET', path = '/', host = new URL(served.url).host } = options
  request(served.url, { method, path, headers: { Host: host }, agent: false }, (response) => {
    let text = ''
    response.on('data', part => text += part).on('end', () => done({ status: response.statusCode!, text, headers: response.headers }))
  }).on('error', fail).end()
})

it.each(['localhost', 'localhost:4000', 'LOCALHOST', '127.0.0.1', '[::1]:3030', 'talk.test:80'])('answers to %s', async (host) => {
  expect(await ask({ host })).toMatchObject({ status: 200, text: 'the deck' })
})

it.each(['evil.test', 'evil.test:3030', '127.0.0.1.evil.test', 'localhost.evil.test', '127.0.0.2'])('tells a page that calls it "%s" nothing', async (host) => {
  expect(await ask({ host })).toMatchObject({ status: 403, text: expect.not.stringContaining('the deck') })
})

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('takes no %s', async (method) => {
  expect(await ask({ method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})

it.each(['/', '/gone.js', '/%E0%A4%A', '/../package.json'])('says with every answer what other sites may not do: %s', async (path) => {
  const { status, headers } = await ask({ path })
  expect(status).toBe(path === '/' ? 200 : 404)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'frame-ancestors \'none\'',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  })
})

it('says in one line that its port is taken', async () => {
  await expect(serve(dir, { port: Number(new URL(served.url).port) })).rejects.toThrow(/^Port \d+ is taken: .*$/)
})

it('says in one line that an address is not this machine’s', async () => {
  await expect(serve(dir, { host: '192.0.2.1' })).rejects.toThrow(/^Cannot listen on 192\.0\.2\.1:0: .*$/)
})
