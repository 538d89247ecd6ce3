/** Whatever is written into a slide while `npm run dev` runs, it says what is wrong, serves on, and shows what is right again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { faulty, odd, takesAddon, uncompiled } from '../fixtures/slides'
import { copyDeck } from '../support/command'

vi.setConfig({ testTimeout: 30_000 })

const root = copyDeck('dev-faults-')
const entry = join(root, 'slides.md')
const slidev = join(dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'bin', 'slidev.mjs')

let server: ChildProcess
let url: string
let printed = ''

const freePort = () => new Promise<number>((done) => {
  const taken = createServer().listen(0, 'localhost', () => {
    const { port } = taken.address() as AddressInfo
    taken.close(() => done(port))
  })
})

const ask = async (path: string) => fetch(new URL(path, url), { headers: { Accept: 'text/html' } })
const answers = () => vi.waitFor(async () => expect((await ask('/')).status).toBe(200), { timeout: 15_000, interval: 100 })

let saves = 0
/** Each time at other lines, since what was said last is not said again. */
async function save(markdown: string): Promise<void> {
  // Vite's watcher leaves out a change within 50 ms of the last.
  await wait(100)
  printed = ''
  const head = `${takesAddon}${'# A comment\n'.repeat(saves++ % 3)}`
  const own = markdown.replace(/^\uFEFF/, '')
  writeFileSync(entry, own.startsWith('---\n') ? own.replace('---\n', `---\n${head}`) : `---\n${head}---\n\n${own}`)
}

beforeAll(async () => {
  const port = await freePort()
  url = `http://localhost:${port}/`
  await save('# A deck\n')
  server = spawn(process.execPath, [slidev, '--port', String(port), '--no-open'], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] })
  for (const stream of [server.stdout!, server.stderr!])
    stream.on('data', part => printed += part)
  await vi.waitFor(() => ask('/'), { timeout: 55_000, interval: 200 })
}, 60_000)
afterAll(async () => {
  server?.kill()
  await vi.waitFor(() => expect(server.exitCode ?? server.signalCode).not.toBeNull())
  rmSync(root, { recursive: true, force: true })
})

it.each(faulty)('says in one line: %s', async (_, markdown, line) => {
  await save(markdown)
  const told = () => printed.split('\n').filter(text => line.test(text))
  await vi.waitFor(() => expect(told()).toHaveLength(1), { timeout: 15_000, interval: 50 })
  await answers()
  expect(printed).not.toMatch(/^\s+at /m)
})

it.each([...odd, ...uncompiled])('serves on after %s', async (_, markdown) => {
  await save(markdown)
  await answers()
  await ask('/@slidev/slides/2/md')
  await answers()
})

it('shows the mended deck', async () => {
  await save('# A deck\n\n---\n\n# It is mended\n')
  await vi.waitFor(async () => expect(await (await ask('/slides.md__slidev_2.md?import')).text()).toContain('It is mended'), { timeout: 15_000, interval: 300 })
  expect(server.exitCode).toBeNull()
})
