/** Every command ends by itself, with one line when something is in the way, and leaves nothing behind. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { isProgress, LIMIT, nothingLeft, place, run, start, type Ended } from '../support/command'

vi.setConfig({ testTimeout: 2 * LIMIT * 1000 })

const folder = mkdtempSync(join(tmpdir(), 'ends-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a start', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('ended by %s frees its port', async (signal) => {
    const { dir, env } = place(folder)
    let url = ''
    let status = 0
    await start(async (address, child) => {
      url = address
      status = (await fetch(url)).status
      child.kill(signal)
    }, { env })
    expect(status).toBe(200)
    await expect(fetch(url)).rejects.toThrow()
    await nothingLeft(dir)
  })

  it('beside another says that the port is taken', async () => {
    let second: Ended | undefined
    await start(async (url) => {
      second = await run('start', ['--no-open', '--port', new URL(url).port])
    })
    expect(second).toMatchObject({ code: 1, said: [expect.stringMatching(/^Port \d+ is taken: .*$/)] })
  })
})

/** Root may write everywhere but where the system itself does not let it. */
const readOnly = () => {
  if (process.getuid?.() === 0)
    return '/proc/a.pdf'
  const dir = mkdtempSync(join(folder, 'read-only-'))
  chmodSync(dir, 0o555)
  return join(dir, 'a.pdf')
}

it.each<[command: string, args: () => string[], line: RegExp]>([
  ['build', () => ['--without-notes', '--out', 'dist'], /^`npm start` expects the notes in dist: .*$/],
  ['build', () => ['--out', 'pages'], /^pages holds other files than a built deck: .*$/],
  ['build', () => ['--out', 'slides.md/dist'], /^Cannot write .*: (?:ENOTDIR|EEXIST)\. .*$/],
  ['build', () => ['--fast'], /^Unknown option '--fast'\. Usage: .*$/],
  ['single', () => ['--fast'], /^Unknown option '--fast'\. Usage: .*$/],
  ['export', () => ['--output', 'slides.md/a.pdf'], /^Cannot write .*: (?:ENOTDIR|EEXIST)\. .*$/],
  ['export', () => ['--output', readOnly()], /^Cannot write .*: E[A-Z]+\. .*$/],
  ['handout', () => ['--output', 'pages'], /^Cannot write .*: it is a folder\. .*$/],
  ['start', () => ['--port', 'x'], /^--port takes a whole number up to 65535, not "x"\.$/],
  ['pacing', () => ['gone.md'], /^There is no gone\.md: run this in the deck's folder, .*$/],
])('%s ends in one line where it cannot do what is asked (%#)', async (command, args, line) => {
  const { code, said } = await run(command, args())
  expect([code, said.filter(text => !isProgress(text))]).toEqual([1, [expect.stringMatching(line)]])
  expect(existsSync('pages/loaf.md')).toBe(true)
})
