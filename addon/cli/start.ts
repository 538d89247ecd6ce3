/** Presents: builds the deck if need be, serves it to this machine alone unless `--host` says otherwise, opens it. */
import { createInterface } from 'node:readline/promises'
import openInBrowser from 'open'
import { DIST, ensureBuilt, isWhole } from './build'
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

/** The present deck, or where it cannot be built the last good one, if the person agrees. */
async function built(entry: string): Promise<string> {
  try {
    return await ensureBuilt(entry)
  }
  catch (error) {
    if (!isWhole(DIST))
      throw error
    const { message } = error as Error
    if (!process.stdin.isTTY)
      throw new Error(`${message}\nThe last good build is still there: \`deck start --last\` presents it.`)
    console.error(message)
    const prompt = createInterface({ input: process.stdin, output: process.stderr })
    const said = await prompt.question('Present the last good build instead? [Y/n] ')
    prompt.close()
    if (/^n/i.test(said))
      throw new Error('Nothing is presented.')
    return DIST
  }
}

/** Stays until stopped. @throws on a port out of range or taken, and when there is nothing to present */
export async function start(entry: string, options: StartOptions): Promise<void> {
  const { port = '3030', host, open = hasDesktop(), last, 'follow-links': followLinks } = options
  if (!/^\d+$/.test(port) || Number(port) > 65535)
    throw new Error(`--port takes a whole number up to 65535, not "${port}".`)
  if (last && !isWhole(DIST))
    throw new Error('There is no good build yet: run `deck start` without --last.')
  const { url } = await serve(last ? DIST : await built(entry), { port: Number(port), host, followLinks })
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
