/** Slidev's own command line, as a process that never outlives this one. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { deckRoot } from '../deck/load'

const program = join(dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'bin', 'slidev.mjs')

/** Ends the process once its parent is gone, killed or not: their pipe ends with it. */
const TIED = `data:text/javascript,import{isMainThread}from'node:worker_threads';if(isMainThread)process.stdin.on('end',()=>process.exit(1)).resume().unref()`

/** What the addon's plugins tell whoever started Slidev. */
export interface Said {
  /** Absolute paths of the files that the build read. */
  sources: string[]
}

/** As in `[plugin vite:vue] /a/talk/pages/people.md__slidev_8.md:3:16`. */
const PLACE = /^\[plugin [^\]]+\] (\/.+?|\w:.+?)(?:__slidev_(\d+)\.md)?(?::\d+:\d+)?$/

/**
 * @param printed all that a failed build said
 * @returns what a person needs of it: the first error's own words and its place, without the trace
 */
export function firstError(printed: string): string {
  const lines = stripVTControlCharacters(printed).split('\n').map(line => line.trim()).filter(Boolean)
  const at = lines.findIndex(line => /^(?:\w*Error: (?!Build failed)|\[[A-Z_]+\] )/.test(line) && !line.startsWith('[PLUGIN_TIMINGS]'))
  if (at < 0)
    return lines.findLast(line => !line.startsWith('at ')) ?? 'it said nothing'
  const [, file, no] = lines[at - 1]?.match(PLACE) ?? []
  const place = file && `${no ? `slide ${no} (${relative(deckRoot, file)})` : relative(deckRoot, file)}: `
  return `${place ?? ''}${lines[at]!.replace(/^(?:\w*Error: |\[[A-Z_]+\] )+/, '').replace(/__slidev_(\d+)\.md/, ', slide $1')}`
}

/**
 * @param args what to ask of Slidev
 * @param options env: to add to the environment; signal: aborts it
 * @returns absolute paths of the files that it read
 * @throws when it fails, with its first error in a line
 */
export function slidev(args: string[], { env = {}, signal }: { env?: NodeJS.ProcessEnv, signal?: AbortSignal } = {}): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', TIED, program, ...args], {
    cwd: deckRoot,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    signal,
  })
  let printed = ''
  let said: Said = { sources: [] }
  child.stdout!.on('data', part => printed += part)
  child.stderr!.on('data', part => printed += part)
  child.on('message', message => said = message as Said)
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', code => code === 0 ? done(said.sources) : fail(new Error(`The build failed: ${firstError(printed)}`)))
  })
}
