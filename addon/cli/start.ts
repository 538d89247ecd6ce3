/** Presents: builds the deck if need be, serves it to this machine alone unless `--host` says otherwise, opens it. */
import openInBrowser from 'open'
import { DIST, ensureBuilt, stampOf } from './build'
import { serve } from './serve'

export interface StartOptions {
  port?: string
  host?: string
  open?: boolean
  /** Present the last good build, whatever changed since. */
  last?: boolean
  'follow-links'?: boolean
}

/** Is there anyone to open a browser for? A server, a container or a remote shell has no desktop. */
const hasDesktop = ({ env, platform } = process) => !env.CI && !env.SSH_CONNECTION
  && (/^(?:darwin|win32)$/.test(platform) || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY))

/** Stays until stopped. @throws on a port out of range or taken, and when there is nothing to present */
export async function start(entry: string, options: StartOptions): Promise<void> {
  const { port = '3030', host, open = hasDesktop(), last, 'follow-links': followLinks } = options
  if (!/^\d+$/.test(port) || Number(port) > 65535)
    throw new Error(`--port takes a whole number up to 65535, not "${port}".`)
  if (last && !stampOf(DIST))
    throw new Error('There is no good build yet: run `deck start` without --last.')
  const dist = last ? DIST : await ensureBuilt(entry).catch(({ message }: Error) => {
    const offer = stampOf(DIST) ? '\nThe last good build is still there: `deck start --last` presents it.' : ''
    throw new Error(message + offer)
  })
  const { url } = await serve(dist, { port: Number(port), host, followLinks })
  console.log(`
  Audience   ${url}
  Presenter  ${url}#/presenter/1
  Overview   ${url}#/overview
  Reading    ${url}#/read

  Ctrl+C stops.`)
  // The addresses are printed: a browser that does not start is no reason to stop.
  if (open)
    (await openInBrowser(url).catch(() => undefined))?.on('error', () => {})
  await new Promise(() => {})
}
