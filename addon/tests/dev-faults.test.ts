/** Whatever is written into a slide while the development server runs, it serves on, and shows what is right again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, resolveOptions } from '@slidev/cli'
import { createLogger } from 'vite'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { deckRoot } from '../deck/load'
import { faulty, odd, uncompiled } from './fixtures/slides'

/** Inside the project, so that packages are found. */
mkdirSync(join(deckRoot, 'out'), { recursive: true })
const root = mkdtempSync(join(deckRoot, 'out', 'dev-faults-'))
const entry = join(root, 'slides.md')
let server: Awaited<ReturnType<typeof createServer>>

beforeAll(async () => {
  writeFileSync(entry, '# A deck\n')
  server = await createServer(await resolveOptions({ entry }, 'dev'), { server: { port: 0 }, customLogger: createLogger('silent'), optimizeDeps: { noDiscovery: true } })
  await server.listen()
}, 60_000)
afterAll(async () => {
  await server?.close()
  rmSync(root, { recursive: true, force: true })
})

const ask = (path: string) => fetch(`http://localhost:${(server.httpServer!.address() as { port: number }).port}${path}`, { headers: { Accept: 'text/html' } })

/** Saves the deck and waits until the server has taken it up, or found that it cannot. */
async function save(markdown: string): Promise<void> {
  const seen = new Promise<void>(done => server.watcher.once('change', () => done()))
  writeFileSync(entry, markdown)
  await seen
}

it.each([...faulty, ...uncompiled, ...odd].map(([what, markdown]) => [what, markdown] as const))('serves on after %s', async (_, markdown) => {
  await save(markdown)
  await ask('/@slidev/slides/2/md')
  expect((await ask('/')).status).toBe(200)
}, 20_000)

it('shows the mended deck', async () => {
  await save('# A deck\n\n---\n\n# It is mended\n')
  await vi.waitFor(async () => expect(await (await ask('/@slidev/slides/2/md')).text()).toContain('It is mended'), { timeout: 15_000, interval: 300 })
}, 20_000)
