/** Presents: builds the deck if need be, serves it to this machine alone, opens it. */
import { platform } from 'node:process'
import { parseArgs } from 'node:util'
import openInBrowser from 'open'
import { ensureBuilt } from '../run/built'
import { serve } from '../run/serve'

const USAGE = 'Usage: npm start -- [--port 3030] [--open | --no-open]'

interface Choice {
  port: number
  open: boolean
}

/** Is there anyone to open a browser for? A server, a container or a remote shell has no desktop. */
function hasDesktop(env = process.env): boolean {
  if (env.CI || env.SSH_CONNECTION)
    return false
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * @param args what stands after `npm start --`
 * @throws on an option that does not exist or a port out of range
 */
function read(args: string[]): Choice {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: { port: { type: 'string', default: '3030' }, open: { type: 'boolean', default: hasDesktop() } },
  })
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65535)
    throw new Error(`--port takes a whole number up to 65535, not "${values.port}".`)
  return { port, open: values.open }
}

/** Builds, serves, prints the addresses, and stays until stopped. */
async function start(args: string[]): Promise<void> {
  const { port, open } = read(args)
  const { url } = await serve(await ensureBuilt(), { port })
  console.log(`
  Audience   ${url}
  Presenter  ${url}#/presenter/1
  Both       ${url}#/presenter/1?both
  Overview   ${url}#/overview

  Ctrl+C stops.`)
  if (open) {
    // The addresses are printed: a browser that does not start is no reason to stop.
    const opened = await openInBrowser(url).catch(() => undefined)
    opened?.on('error', () => {})
  }
}

start(process.argv.slice(2)).catch((error: NodeJS.ErrnoException) => {
  // Node's message on an unknown option runs on with advice: its first sentence says it.
  const unread = error.code?.startsWith('ERR_PARSE_ARGS')
  console.error(unread ? `${error.message.split('. ')[0]}. ${USAGE}` : error.message)
  process.exitCode = 1
})
