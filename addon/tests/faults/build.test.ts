/** Builds that fail, are stopped, wanted twice or damaged, in a folder with an unwieldy name. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { whyStale } from '../../run/record'
import { uncompiled } from '../fixtures/slides'
import { copyDeck, isProgress, LIMIT, run, start, type Ended } from '../support/command'

vi.setConfig({ testTimeout: 2 * LIMIT * 1000 })

const root = copyDeck('a deck (100%) 文化 ')
const dist = join(root, 'dist')
const here = { cwd: root }
afterAll(() => rmSync(root, { recursive: true, force: true }))

const beside = () => readdirSync(root).filter(name => name.startsWith('.dist'))
const nothingBeside = () => vi.waitFor(() => expect(beside()).toEqual([]), { timeout: 15_000, interval: 200 })
const index = () => readFileSync(join(dist, 'index.html'), 'utf8')
const scripts = () => readdirSync(join(dist, 'assets')).filter(name => name.endsWith('.js')).map(name => join(dist, 'assets', name))

/** Starts, asks for the page, stops. */
async function shown(): Promise<Ended & { status: number }> {
  let status = 0
  const ended = await start(async (url) => {
    status = (await fetch(url)).status
  }, here)
  return { ...ended, status }
}

it('two starts at once build once, and both serve', async () => {
  const both = await Promise.all([shown(), shown()])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(both.filter(({ said }) => said.includes('Another terminal is building the deck: waiting for it.'))).toHaveLength(1)
  expect(scripts().some(path => readFileSync(path, 'utf8').includes('A round loaf.')), 'its own component is found').toBe(true)
  await nothingBeside()
  // Neither a file that no one reads nor a later time is a reason to build again.
  writeFileSync(join(root, 'notes.log'), '')
  writeFileSync(join(root, 'slides.md'), readFileSync(join(root, 'slides.md')))
  expect((await shown()).said[0]).toMatch(/Audience/)
})

it('a build that is killed, or fails, leaves the last one, and nothing beside', async () => {
  const before = index()
  const killed = run('build', [], { ...here, meanwhile: async (child, printed) => {
    if (!printed)
      await vi.waitFor(() => expect(beside().some(name => /^\.dist-\w{6}$/.test(name))).toBe(true), { timeout: 30_000 }).finally(() => child.kill('SIGKILL'))
  } })
  expect((await killed).code).toBe('SIGKILL')
  await nothingBeside()
  expect(index()).toBe(before)

  const slides = readFileSync(join(root, 'slides.md'), 'utf8')
  writeFileSync(join(root, 'slides.md'), uncompiled[0]![1])
  const { code, said } = await run('build', [], here)
  expect([code, said.filter(line => !isProgress(line))]).toEqual([1, [expect.stringMatching(/^The build failed: slide 2 \(slides\.md\): Element is missing end tag\.$/)]])
  writeFileSync(join(root, 'slides.md'), slides)
  await nothingBeside()
  expect(index()).toBe(before)
})

it.each<[what: string, damage: () => void]>([
  ['lacks a chunk', () => rmSync(scripts()[0]!)],
  ['is half-written', () => truncateSync(scripts()[0]!, 1000)],
])('a built deck that %s is known as damaged', (_, damage) => {
  const path = scripts()[0]!
  const whole = readFileSync(path)
  expect(whyStale(dist, root)).toBeUndefined()
  damage()
  expect(whyStale(dist, root)).toBe('The built deck is damaged')
  writeFileSync(path, whole)
})

it('a build without notes goes elsewhere, and is known in the place of the other', async () => {
  expect((await run('build', ['--without-notes'], here)).code).toBe(0)
  expect(whyStale(dist, root), 'the other is as it was').toBeUndefined()
  rmSync(dist, { recursive: true })
  renameSync(join(root, 'dist-without-notes'), dist)
  expect(whyStale(dist, root)).toBe('The built deck holds no notes')
})

it.each(uncompiled.slice(1, 3))('%s stops a build in one line', async (_, markdown) => {
  const bare = mkdtempSync(join(dirname(root), 'uncompiled-'))
  writeFileSync(join(bare, 'slides.md'), markdown)
  const { code, said } = await run('build', [], { cwd: bare })
  rmSync(bare, { recursive: true, force: true })
  expect([code, said.filter(line => !isProgress(line))]).toEqual([1, [expect.stringMatching(/^The build failed: slide 2 \(slides\.md\): .+$/)]])
})

it('a folder in which nothing can be built is named', async () => {
  const sharp = join(root, 'no #3')
  mkdirSync(sharp)
  writeFileSync(join(sharp, 'slides.md'), '# A deck\n')
  const { code, said } = await run('build', [], { cwd: sharp })
  expect([code, said.filter(line => !isProgress(line))]).toEqual([1, [expect.stringMatching(/^No deck can be built in a folder with "#" in its path, .*no #3: rename the folder\.$/)]])
})
