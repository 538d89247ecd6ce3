/** Runs the addon's commands as a person would, each under a limit, and looks for what they leave. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, vi } from 'vitest'

/** Seconds after which a command is said to hang: many, for the machine may be busy with other builds. */
export const LIMIT = 120

const repository = fileURLToPath(new URL('../../..', import.meta.url))

export interface Ended {
  /** Its exit code, the signal that ended it, or that it hung. */
  code: number | string
  /** All that it printed, by line. */
  said: string[]
  seconds: number
}

interface Running {
  cwd?: string
  env?: Record<string, string>
  /** Called with the process and what it has printed so far, at its start and after each piece. */
  meanwhile?: (child: ChildProcess, printed: string) => void
}

/**
 * Runs `program` of Node with its arguments.
 * @returns how it ended; `hung` where it did not within {@link LIMIT}
 */
export async function runNode(args: string[], { cwd = process.cwd(), env, meanwhile }: Running = {}): Promise<Ended> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  let hung = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      printed += part
      meanwhile?.(child, printed)
    })
  const late = setTimeout(() => {
    hung = true
    child.kill('SIGKILL')
  }, LIMIT * 1000)
  meanwhile?.(child, printed)
  const code = await new Promise<number | string>(done => child.on('close', (code, signal) => done(hung ? 'hung' : code ?? signal!)))
  clearTimeout(late)
  return { code, said: printed.trim().split('\n'), seconds: (performance.now() - started) / 1000 }
}

/** @param command its file's name in `addon/commands/` */
export const run = (command: string, args: string[] = [], running?: Running) =>
  runNode(['--import', 'tsx', join(repository, `addon/commands/${command}.ts`), ...args], running)

/** What a command says of its work, not of its end. */
export const isProgress = (line: string) => /^(?:Building|Printing) .* …$/.test(line)

/**
 * Runs `npm start` on a free port until it has printed its address.
 * @param then what to do with the deck at that address, before it is stopped
 */
export function start(then: (url: string, child: ChildProcess) => Promise<void>, running: Running = {}): Promise<Ended> {
  let seen = false
  return run('start', ['--no-open', '--port', '0'], {
    ...running,
    meanwhile(child, printed) {
      const url = printed.match(/Audience +(\S+)/)?.[1]
      if (url && !seen) {
        seen = true
        then(url, child).finally(() => child.kill())
      }
    },
  })
}

/** @returns a small deck of its own inside the repository, so that packages are found; not built */
export function copyDeck(name: string): string {
  mkdirSync(join(repository, 'out'), { recursive: true })
  const root = mkdtempSync(join(repository, 'out', name))
  cpSync(join(repository, 'tests/small'), root, { recursive: true, filter: path => !/[\\/](?:dist|out|node_modules|\.dist[^\\/]*)$/.test(path) })
  return root
}

/** @returns a folder for one run: what a process of it is known by, and where it puts what passes */
export function place(folder: string) {
  const dir = mkdtempSync(join(folder, 'run-'))
  mkdirSync(join(dir, 'tmp'))
  return { dir, output: join(dir, 'old.pdf'), env: { TMPDIR: join(dir, 'tmp'), TEMP: join(dir, 'tmp') } }
}

/** Processes that still name the folder, and what lies in it beside the file (tsx keeps a cache of its own). */
const left = (dir: string) => ({
  processes: execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n').filter(args => args.includes(dir)),
  files: readdirSync(dir).filter(name => name !== 'old.pdf' && name !== 'tmp'),
  passing: readdirSync(join(dir, 'tmp')).filter(name => !/^(?:tsx-|node-compile-cache)/.test(name)),
})

/** Holds once neither process nor file is left of a run, at the latest after 15 seconds. */
export const nothingLeft = (dir: string) =>
  vi.waitFor(() => expect(left(dir)).toEqual({ processes: [], files: [], passing: [] }), { timeout: 15_000, interval: 200 })
