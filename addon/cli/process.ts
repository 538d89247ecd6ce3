/** How every command ends: by itself, with one line for a person when something is in the way, nothing left behind. */
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Ends the process once its words are out: nothing that is still open may keep it. */
function end(code: number, words = ''): void {
  process.stdout.write('', () => process.stderr.write(words, () => process.exit(code)))
}

const fail = ({ message }: Error) => end(1, `${message}\n`)

/**
 * Runs a command. Its process ends with it, with code 0, or 1 and the error's message; on a signal at once, with the
 * shell's usual code for it.
 * @param work the command; one that stays, such as a server, gives a promise that never settles
 */
export function runCommand(work: () => Promise<unknown>): void {
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  // Whoever read our words has left (`deck pacing | head`): there is no one to tell.
  process.stdout.on('error', () => process.exit(0))
  process.stderr.on('error', () => process.exit(1))
  // Through `exit`, where temporary files go and Playwright kills its browsers.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]))
  work().then(() => end(0), fail)
}

const passing = new Set<string>()
process.on('exit', () => passing.forEach(path => rmSync(path, { recursive: true, force: true, maxRetries: 3 })))

/** @param path absolute path of a file or folder that goes when this process ends, by a signal too */
export const removeAtExit = (path: string) => passing.add(path)

/** @returns a new folder in the system's temporary one, which goes with this process */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deck-'))
  removeAtExit(folder)
  return folder
}

/** @returns what the work gives @throws what it throws, or an error that says `late` after so many seconds */
export const withTimeout = <T>(seconds: number, work: Promise<T>, late: string): Promise<T> => Promise.race([
  work,
  setTimeout(seconds * 1000, undefined, { ref: false }).then(() => {
    throw new Error(late)
  }),
])
