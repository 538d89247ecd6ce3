/** Presents: builds the deck if need be, serves it to this machine alone unless `--host` says otherwise, opens it. */
import { platform } from 'node:process'
import openInBrowser from 'open'
import { ensureBuilt } from '../run/built'
import { command, readArgs } from '../run/command'
import { serve } from '../run/serve'

const USAGE = 'npm start -- [--port 3030] [--host 127.0.0.1] [--open | --no-open]'

interface Choice {
  port: number
  host: string
  open: boolean
}

/** Is there anyone to open a browser for? A server, a container or a remote shell has no desktop. */
function hasDesktop(env = process.env): boolean {
  if (env.CI || env.SSH_CONNECTION)
    return false
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** @throws on an option that does not exist or a port out of range */
function read(): Choice {
  const { port: given, host, open } = readArgs(USAGE, {
    port: { type: 'string', default: '3030' },
    host: { type: 'string', default: '127.0.0.1' },
    open: { type: 'boolean', default: hasDesktop() },
  })
  const port = Number(given)
  if (!/^\d+$/.test(given) || port > 65535)
    throw new Error(`--port takes a whole number up to 65535, not "${given}".`)
  return { port, host, open }
}

// Stays until stopped.
command(async () => {
  const { open, ...where } = read()
  const { url } = await serve(await ensureBuilt(), where)
  console.log(`
  Audience   ${url}
  Presenter  ${url}#/presenter/1
  Both       ${url}#/presenter/1?both
  Overview   ${url}#/overview
  Reading    ${url}#/read

  Ctrl+C stops.`)
  if (open) {
    // The addresses are printed: a browser that does not start is no reason to stop.
    const opened = await openInBrowser(url).catch(() => undefined)
    opened?.on('error', () => {})
  }
  await new Promise(() => {})
})
