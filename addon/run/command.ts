/** How every command ends: by itself, with one line for a person when something is in the way. */
import { constants } from 'node:os'
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Ends the process once its words are out: nothing that is still open may keep it. */
function end(code: number, words = ''): void {
  process.stdout.write('', () => process.stderr.write(words, () => process.exit(code)))
}

function fail(error: NodeJS.ErrnoException): void {
  const over = process.stderr.isTTY ? '\r\u001B[K' : ''
  end(1, `${over}${error.message}\n`)
}

/**
 * Runs a command. Its process ends with it, with code 0, or 1 and the error's
 * message; on a signal at once, with the shell's usual code for it.
 * @param work the command; one that stays, such as a server, gives a promise that never settles
 */
export function command(work: () => Promise<void>): void {
  process.on('uncaughtException', fail)
  // Whoever read our words has left (`npm run pacing | head`): there is no one to tell.
  process.stdout.on('error', () => process.exit(0))
  process.stderr.on('error', () => process.exit(1))
  // Through `exit`, where the libraries in use kill their browsers and release their locks.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]))
  // A limit on the size of files is then an error of what writes, with its own line.
  if (process.platform !== 'win32')
    process.on('SIGXFSZ', () => {})
  work().then(() => end(0), fail)
}

/**
 * @param usage how the command is called
 * @param options as for Node's `parseArgs`; each can be negated, as in `--no-open`
 * @param args what stands after the command
 * @throws on an option that does not exist or lacks its value, with the usage
 */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: Options, args = process.argv.slice(2)) {
  try {
    return parseArgs({ args, options, allowNegative: true }).values
  }
  catch (error) {
    // Node's message runs on with advice: its first sentence says it.
    throw new Error(`${(error as Error).message.split(/\.(?: |$)/)[0]}. Usage: ${usage}`)
  }
}
