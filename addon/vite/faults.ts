/** Names the deck's faults by slide and line: a build stops at them, the development server says them and stays up. */
import type { Plugin, ViteDevServer } from 'vite'
import { deckFaults } from '../deck/faults'

/** @param entry path of the deck's entry file */
export function faults(entry: string): Plugin {
  let server: ViteDevServer | undefined
  let told = ''
  const tell = async () => {
    const found = (await deckFaults(entry)).join('\n')
    if (found && found !== told)
      server!.config.logger.warn(found)
    told = found
  }
  return {
    name: 'deck:faults',
    configureServer(started) {
      server = started
      server.watcher.on('change', file => /\.(?:md|yaml)$/.test(file) && tell())
    },
    async buildStart() {
      if (server)
        return tell()
      const found = await deckFaults(entry)
      if (!found.length)
        return
      // Not thrown: Slidev would bury the line under a trace of its bundler's.
      console.error(found.join('\n'))
      process.exit(1)
    },
  }
}
