/** How every command ends: by itself, with one line for a person when something is in the way, nothing left behind. */
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Ends the process once its words are out: nothing that is still open may keep it. */
function end(code: number, words = ''): void {
  process.stdout.write('', () => process.stderr.write(words, () => process.exit(code)))
}

function fail(error: Error): void {
  end(1, `${process.stderr.isTTY ? '\r\u001B[K' : ''}${error.message}\n`)
}

/**
 * Runs a command. Its process ends with it, with code 0, or 1 and the error's message; on a signal at once, with the
 * shell's usual code for it.
 * @param work the command; one that stays, such as a server, gives a promise that never settles
 */
export function runCommand(work: () => Promise<void>): void {
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  // Whoever read our words has left (`deck pacing | head`): there is no one to tell.
  process.stdout.on('error', () => process.exit(0))
  process.stderr.on('error', () => process.exit(1))
  // Through `exit`, where temporary folders go and Playwright kills its browsers.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]))
  work().then(() => end(0), fail)
}

const passing = new Set<string>()
process.on('exit', () => passing.forEach(path => rmSync(path, { recursive: true, force: true, maxRetries: 3 })))

/**
 * @param path absolute path of a file or folder that goes when this process ends, by a signal too
 * @returns to be called when it may stay, or is gone
 */
export function removeAtExit(path: string): () => void {
  passing.add(path)
  return () => passing.delete(path)
}

/** @returns a new folder in the system's temporary one, which goes with this process */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deck-'))
  removeAtExit(folder)
  return folder
}

/**
 * @param seconds how long to wait
 * @param work what may never end
 * @param otherwise what to say then
 * @returns what the work gives
 * @throws what the work throws, or `otherwise` when it takes longer
 */
export async function withTimeout<T>(seconds: number, work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(otherwise)), seconds * 1000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
