/** Names what is wrong with a deck: a build stops at faults, the development server says them, and what is mended, and stays up. */
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, ViteDevServer } from 'vite'
import { checkDeck } from '../deck/check'

/** @param options of Slidev */
export function faults({ entry, roots }: ResolvedSlidevOptions): Plugin {
  let server: ViteDevServer | undefined
  let told: string[] = []
  const tell = async () => {
    const found = (await checkDeck(entry, roots)).map(({ says }) => says)
    // A slide is named once, whatever was wrong with it.
    const mended = new Set(told.map(says => says.split(':')[0]!).filter(name => !found.some(says => says.startsWith(name))))
    for (const says of found.filter(says => !told.includes(says)))
      server!.config.logger.warn(says)
    mended.forEach(name => server!.config.logger.info(`${name}: mended.`))
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
      const found = await checkDeck(entry, roots)
      if (found.length)
        console.error(found.map(({ says }) => says).join('\n'))
      // Not thrown: Slidev would bury the lines under a trace of its bundler's.
      if (found.some(({ level }) => level === 'fault'))
        process.exit(1)
    },
  }
}
