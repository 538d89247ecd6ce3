/** An export ends, whatever its browser does and whenever it is killed: the old file is whole or the new one is, and nothing else is left. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { close, findBrowser, launch } from '../../run/browser'
import { print } from '../../pdf/print'
import { LIMIT, nothingLeft, place, run, type Ended } from '../support/command'

const pages = { kind: 'pages', dark: false, withClicks: false, paper: 'a4', perPage: 1 } as const

vi.setConfig({ testTimeout: 2 * LIMIT * 1000 })

const folder = mkdtempSync(join(tmpdir(), 'ends-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isWhole = (pdf: Buffer) => pdf.subarray(0, 5).toString() === '%PDF-' && pdf.subarray(-6).toString().includes('%%EOF')

/** A program that stands in for the browser. */
function program(text: string, mode = 0o755): string {
  const path = join(mkdtempSync(join(folder, 'program-')), 'browser')
  writeFileSync(path, `#!/bin/sh\n${text}\n`)
  chmodSync(path, mode)
  return path
}

describe('a browser', () => {
  it.each<[what: string, path: () => string, line: RegExp]>([
    ['is missing', () => '/nope', /^CHROMIUM_PATH names no file: \/nope\. Correct or unset it\.$/],
    ['is a folder', () => folder, /^CHROMIUM_PATH names no file: .*$/],
    ['is no program', () => program('', 0o644), /^The browser .* does not start\. Set CHROMIUM_PATH .*$/],
    ['crashes at the start', () => program('echo "libnss3.so: cannot open shared object file" >&2; exit 127'), /^The browser .* does not start \(it says: libnss3\.so: cannot open .*\)\. Set .*$/],
  ])('that %s ends the export in one line', async (_, path, line) => {
    const { dir, output, env } = place(folder)
    writeFileSync(output, 'the old file')
    const { code, said } = await run('export', ['--output', output], { env: { ...env, CHROMIUM_PATH: path() } })
    expect([code, said]).toEqual([1, [expect.stringMatching(/^Printing/), expect.stringMatching(line)]])
    expect(readFileSync(output, 'utf8')).toBe('the old file')
    await nothingLeft(dir)
  })

  it('that does not come up is given up', async () => {
    vi.stubEnv('CHROMIUM_PATH', program('exec sleep 600'))
    await expect(launch([], 1)).rejects.toThrow(/^The browser .* did not start within 1 s\. Set CHROMIUM_PATH .*$/)
    vi.unstubAllEnvs()
  })

  it.each([['crashes', 'SIGKILL', 60], ['hangs', 'SIGSTOP', 2]] as const)('that %s while it prints is given up', async (_, signal, seconds) => {
    const pid = join(folder, `pid-${signal}`)
    vi.stubEnv('CHROMIUM_PATH', program(`echo $$ > '${pid}'; exec '${findBrowser()}' "$@"`))
    const browser = await launch()
    vi.unstubAllEnvs()
    const printing = print(browser, inject('deckUrl'), pages, seconds)
    process.kill(Number(readFileSync(pid, 'utf8')), signal)
    await expect(printing).rejects.toThrow(/^The browser (?:stopped while it printed|did not print within 2 s): try again, .*$/)
    const closing = performance.now()
    await close(browser)
    expect(performance.now() - closing).toBeLessThan(8000)
    if (signal === 'SIGSTOP')
      process.kill(-Number(readFileSync(pid, 'utf8')), 'SIGKILL')
  })
})

describe('an export', () => {
  let whole: Ended
  let first: ReturnType<typeof place>
  beforeAll(async () => {
    first = place(folder)
    whole = await run('export', ['--output', join(first.dir, 'old.pdf')], { env: first.env })
  }, 2 * LIMIT * 1000)

  it('that goes well leaves its file alone', async () => {
    expect([whole.code, whole.said.at(-1)]).toEqual([0, expect.stringMatching(/old\.pdf: \d+ slides, \d+ KB$/)])
    expect(isWhole(readFileSync(first.output))).toBe(true)
    await nothingLeft(first.dir)
  })

  it('into a new folder, beside another to the same file, leaves one of the two, whole', async () => {
    const { dir, env } = place(folder)
    const output = join(mkdtempSync(join(folder, 'new-')), 'a', 'b', 'new.pdf')
    const both = await Promise.all([1, 2].map(() => run('export', ['--output', output], { env })))
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(readdirSync(dirname(output))).toEqual(['new.pdf'])
    expect(isWhole(readFileSync(output))).toBe(true)
    await nothingLeft(dir)
  })

  // Two at a time: the signal that no process can answer, and one that it can.
  it.each(Array.from({ length: 10 }, (_, i) => i))('killed at moment %i of ten leaves a whole file and nothing else', async (moment) => {
    await Promise.all((['SIGKILL', moment % 2 ? 'SIGTERM' : 'SIGINT'] as const).map(async (signal) => {
      const { dir, output, env } = place(folder)
      writeFileSync(output, 'the old file')
      let waits = false
      const { code } = await run('export', ['--output', output], { env, meanwhile(child) {
        if (!waits)
          wait((moment + 0.5) / 10 * whole.seconds * 1000).then(() => child.kill(signal))
        waits = true
      } })
      // Before its first line a command cannot yet give a signal its code; at the last moment it may have ended.
      expect([0, { SIGTERM: 143, SIGINT: 130, SIGKILL: 'SIGKILL' }[signal], signal]).toContain(code)
      const now = readFileSync(output)
      expect(now.toString() === 'the old file' || isWhole(now), `${signal}: old or new`).toBe(true)
      await nothingLeft(dir)
    }))
  })
})
