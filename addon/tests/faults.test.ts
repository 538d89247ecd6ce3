import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, resolveOptions } from '@slidev/cli'
import { createLogger } from 'vite'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deckFaults } from '../deck/faults'
import { deckRoot } from '../deck/load'

let root: string
let entry: string
beforeEach(() => {
  mkdirSync(join(deckRoot, 'out'), { recursive: true })
  root = mkdtempSync(join(deckRoot, 'out', 'faults-'))
  entry = join(root, 'slides.md')
  cpSync(join(deckRoot, 'tests/stranger'), root, { recursive: true, filter: path => !/[\\/](?:dist|out|node_modules)$/.test(path) })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Writes a file of the deck anew. */
function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, file), 'utf8')
  expect(text).toMatch(from)
  writeFileSync(join(root, file), text.replace(from, to))
}

it.each<[fault: string, plant: () => void, line: RegExp]>([
  ['a marker too many', () => edit('slides.md', 'Zwei Dinge', '[click] Zwei Dinge'), /^slide 3 \(.*slides\.md:48\): the note marks 3 clicks, `clicks` says 2; .*$/],
  ['a missing picture', () => edit('pages/ofen.md', '<p v-click>', '![Ofen](/ofen.png)\n\n<p v-click>'), /^slide 5 \(.*pages\/ofen\.md:1\): uses public\/ofen\.png, which does not exist\.$/],
  ['a blank line after ---', () => edit('slides.md', '---\nsection: teig\n---', '---\n\nsection: teig\n---'), /^slide 4 \(.*slides\.md:63\): is empty/],
  ['a missing page', () => edit('slides.md', './pages/ofen.md', './pages/herd.md'), /herd\.md/],
  ['an unknown claim', () => {
    writeFileSync(join(root, 'claims.yaml'), 'mehl:\n  korn: Das Korn zählt.\n')
    edit('pages/ofen.md', 'routeAlias', 'claims: [korm]\nrouteAlias')
  }, /^slide 5 \(.*pages\/ofen\.md:1\): unknown claim "korm"; .*$/],
  ['a text without its field', () => {
    writeFileSync(join(root, 'rezept.schema.ts'), 'import { object, string } from \'zod\'\nexport default object({ mehl: string() })\n')
    writeFileSync(join(root, 'rezept.yaml'), 'wasser: 700\n')
  }, /^rezept\.yaml: mehl is missing\.$/],
])('names %s in one line', async (_, plant, line) => {
  expect(await deckFaults(entry)).toEqual([])
  plant()
  expect(await deckFaults(entry)).toEqual([expect.stringMatching(line)])
}, 30_000)

it('a build stops at the line, and says nothing else', () => {
  edit('slides.md', 'Zwei Dinge', '[click] Zwei Dinge')
  const { status, stderr } = spawnSync('npx', ['slidev', 'build'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  expect([status, stderr.trim().split('\n').at(-1)]).toEqual([1, expect.stringMatching(/^slide 3 \(slides\.md:48\): the note marks 3 clicks/)])
}, 120_000)

it('a running server says it once it is saved, and serves on', async () => {
  const logger = createLogger('silent')
  const warn = vi.spyOn(logger, 'warn')
  const options = await resolveOptions({ entry }, 'dev')
  const server = await createServer(options, { server: { port: 0 }, customLogger: logger, optimizeDeps: { noDiscovery: true } })
  try {
    await server.listen()
    const { port } = server.httpServer!.address() as { port: number }
    expect(warn).not.toHaveBeenCalledWith(expect.stringContaining('clicks'))
    edit('slides.md', 'Zwei Dinge', '[click] Zwei Dinge')
    await vi.waitFor(() => expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^slide 3 \(.*slides\.md:48\): the note marks 3 clicks/)), { timeout: 20_000 })
    expect((await fetch(`http://localhost:${port}/`, { headers: { Accept: 'text/html' } })).status).toBe(200)
  }
  finally {
    await server.close()
  }
}, 120_000)
