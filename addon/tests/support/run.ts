/** Runs `deck` as a person would, and builds small decks once for all tests. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const ours = fileURLToPath(new URL('../../bin/deck.mjs', import.meta.url))
/** Folder of a small deck in tests/decks/. */
export const deckFolder = (name: string) => fileURLToPath(new URL(`../decks/${name}`, import.meta.url))

export interface Ended {
  /** Its exit code, or the signal that ended it. */
  code: number | string
  out: string
  err: string
}

export interface Running {
  /** The deck's folder. */
  cwd: string
  /** Added to the environment. */
  env?: NodeJS.ProcessEnv
  /** Called with all that it printed so far, and a way to end it. */
  said?: (printed: string, kill: (signal?: NodeJS.Signals) => void) => void
  /** Another executable than this one's. */
  program?: string
}

/**
 * @param args as after `deck`
 * @returns how it ended
 */
export async function deck(args: string[], { cwd, env, said, program = ours }: Running): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd, env: { ...process.env, NODE_ENV: undefined, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  said?.('', signal => child.kill(signal))
  const printed = { out: '', err: '' }
  for (const name of ['out', 'err'] as const) {
    child[`std${name}`].on('data', (part) => {
      printed[name] += part
      said?.(printed.out + printed.err, signal => child.kill(signal))
    })
  }
  const code = await new Promise<number | string>(done => child.on('close', (code, signal) => done(code ?? signal!)))
  return { code, ...printed }
}

const built = new Map<string, Promise<string>>()

/**
 * @param name of a folder in tests/decks/
 * @param args for `deck build`
 * @returns the folder of the built deck, gone when all tests are done
 */
export function buildFixture(name: string, ...args: string[]): Promise<string> {
  const key = [name, ...args].join(' ')
  if (!built.has(key)) {
    built.set(key, (async () => {
      const folder = mkdtempSync(join(inject('scratch'), 'built-'))
      const { code, err } = await deck(['build', '--out', join(folder, 'built'), ...args], { cwd: deckFolder(name) })
      if (code !== 0 || !existsSync(join(folder, 'built')))
        throw new Error(`The deck ${name} does not build: ${err}`)
      return join(folder, 'built')
    })())
  }
  return built.get(key)!
}
