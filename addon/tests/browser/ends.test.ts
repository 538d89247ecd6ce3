/** Every command ends by itself, with one line when something is in the way, and leaves nothing behind. */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { close, findBrowser, launch } from '../../run/browser'
import { deckRoot } from '../../deck/load'
import { print } from '../../pdf/print'

/** Seconds after which a command is said to hang. */
const LIMIT = 60
const pages = { kind: 'pages', dark: false, withClicks: false, paper: 'a4' } as const

vi.setConfig({ testTimeout: 2 * LIMIT * 1000 })

const folder = mkdtempSync(join(tmpdir(), 'ends-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended { code: number | string, said: string[], seconds: number }

/** A folder for one run: what a process of it is known by, and where it puts what passes. */
function place() {
  const dir = mkdtempSync(join(folder, 'run-'))
  mkdirSync(join(dir, 'tmp'))
  return { dir, output: join(dir, 'old.pdf'), env: { TMPDIR: join(dir, 'tmp'), TEMP: join(dir, 'tmp') } }
}

/** Runs a command of the addon; `meanwhile` may kill it. */
async function run(command: string, args: string[], env: Record<string, string> = {}, meanwhile?: (child: ReturnType<typeof spawn>) => void): Promise<Ended> {
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', `addon/commands/${command}.ts`, ...args], { cwd: deckRoot, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', part => said += part)
  child.stderr.on('data', part => said += part)
  const late = setTimeout(() => child.kill('SIGKILL'), LIMIT * 1000)
  meanwhile?.(child)
  const code = await new Promise<number | string>(done => child.on('exit', (code, signal) => done(code ?? signal!)))
  clearTimeout(late)
  return { code, said: said.trim().split('\n'), seconds: (performance.now() - started) / 1000 }
}

/** Processes that still name the folder, and what lies in it beside the file (tsx keeps a cache of its own). */
const left = (dir: string) => ({
  processes: execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n').filter(args => args.includes(dir)),
  files: readdirSync(dir).filter(name => name !== 'old.pdf' && name !== 'tmp'),
  passing: readdirSync(join(dir, 'tmp')).filter(name => !/^(?:tsx-|node-compile-cache)/.test(name)),
})
const nothingLeft = (dir: string) => vi.waitFor(() => expect(left(dir)).toEqual({ processes: [], files: [], passing: [] }), { timeout: 15_000, interval: 200 })

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
    const { dir, output, env } = place()
    writeFileSync(output, 'the old file')
    const { code, said } = await run('export', ['--output', output], { ...env, CHROMIUM_PATH: path() })
    expect(code).toBe(1)
    expect(said).toEqual([expect.stringMatching(/^Printing/), expect.stringMatching(line)])
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
  let place1: ReturnType<typeof place>
  beforeAll(async () => {
    place1 = place()
    whole = await run('export', ['--output', place1.output], place1.env)
  }, 2 * LIMIT * 1000)

  it('that goes well leaves its file alone', async () => {
    expect([whole.code, whole.said.at(-1)]).toEqual([0, expect.stringMatching(/old\.pdf: \d+ slides, \d+ KB$/)])
    expect(readFileSync(place1.output).subarray(0, 5).toString()).toBe('%PDF-')
    await nothingLeft(place1.dir)
  })

  it('beside another to the same file leaves one of the two, whole', async () => {
    const { dir, output, env } = place()
    const both = await Promise.all([1, 2].map(() => run('export', ['--output', output], env)))
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(readFileSync(output).subarray(-6).toString()).toContain('%%EOF')
    await nothingLeft(dir)
  })

  // Three at a time, each by another signal.
  it.each(Array.from({ length: 10 }, (_, i) => i))('killed at moment %i of ten leaves a whole file and nothing else', async (moment) => {
    await Promise.all((['SIGTERM', 'SIGINT', 'SIGKILL'] as const).map(async (signal) => {
      const { dir, output, env } = place()
      writeFileSync(output, 'the old file')
      const { code } = await run('export', ['--output', output], env, child =>
        wait((moment + 0.5) / 10 * whole.seconds * 1000).then(() => child.kill(signal)))
      expect([0, { SIGTERM: 143, SIGINT: 130, SIGKILL: 'SIGKILL' }[signal], signal]).toContain(code)
      const now = readFileSync(output)
      expect(now.toString() === 'the old file' || (now.subarray(0, 5).toString() === '%PDF-' && now.subarray(-6).toString().includes('%%EOF')), `${signal}: old or new`).toBe(true)
      await nothingLeft(dir)
    }))
  })
})

describe('a start', () => {
  /** Stops it once it has printed its addresses. */
  const start = (args: string[], env: Record<string, string>, then: (child: ReturnType<typeof spawn>, url: string) => void) =>
    run('start', ['--no-open', '--port', '0', ...args], env, child => child.stdout!.on('data', (part) => {
      const url = String(part).match(/Audience +(\S+)/)?.[1]
      if (url)
        then(child, url)
    }))

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('ended by %s frees its port', async (signal) => {
    const { dir, env } = place()
    let url = ''
    let status = 0
    await start([], env, async (child, address) => {
      url = address
      status = (await fetch(url)).status
      child.kill(signal)
    })
    expect(status).toBe(200)
    await expect(fetch(url)).rejects.toThrow()
    await nothingLeft(dir)
  })

  it('beside another says that the port is taken', async () => {
    const { env } = place()
    let second: Ended | undefined
    await start([], env, async (child, url) => {
      second = await run('start', ['--no-open', '--port', new URL(url).port], env)
      child.kill()
    })
    expect(second).toMatchObject({ code: 1, said: [expect.stringMatching(/^Port \d+ is taken: .*$/)] })
  })
})

it('a build that is killed leaves the last one, and nothing beside', async () => {
  const { dir, env } = place()
  const index = () => readFileSync(join(inject('deckDir'), 'index.html'), 'utf8')
  const before = index()
  const beside = () => readdirSync(deckRoot).filter(name => name.startsWith('.dist'))
  const { code } = await run('build', [], env, async (child) => {
    await vi.waitFor(() => expect(beside().some(name => /^\.dist-\w{6}$/.test(name))).toBe(true), { timeout: 30_000 })
    child.kill('SIGKILL')
  })
  expect(code).toBe('SIGKILL')
  expect(index()).toBe(before)
  await vi.waitFor(() => expect(beside()).toEqual([]), { timeout: 15_000, interval: 200 })
  await nothingLeft(dir)
})

it.each<[command: string, args: string[], line: RegExp]>([
  ['build', ['--without-notes', '--out', 'dist'], /^`npm start` expects the notes in dist: .*$/],
  ['build', ['--out', 'pages'], /^pages holds other files than a built deck: .*$/],
  ['build', ['--fast'], /^Unknown option '--fast'\. Usage: .*$/],
  ['single', ['--fast'], /^Unknown option '--fast'\. Usage: .*$/],
  ['export', ['--output', 'slides.md/a.pdf'], /^Cannot write .*: (?:ENOTDIR|EEXIST)\. .*$/],
  ['handout', ['--output', 'pages'], /^Cannot write .*: it is a folder\. .*$/],
  ['pacing', ['gone.md'], /gone\.md/],
])('%s %j ends in one line', async (command, args, line) => {
  const { code, said } = await run(command, args)
  expect(code).toBe(1)
  expect(said.filter(text => !/^(?:Building|Printing)/.test(text))).toEqual([expect.stringMatching(line)])
})
