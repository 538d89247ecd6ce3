/** Says what is wrong with the deck, by slide and line: while it is written, and when it is built. */
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, ViteDevServer } from 'vite'
import { checkDeck } from '../deck/check'
import type { Finding } from '../deck/load'

/** A finding without its line, which moves as the file is written. */
const nameOf = ({ says }: Finding) => says.replace(/:\d+/g, '')

/** @param options of Slidev; the deck's `checks.strict` makes every finding a fault, which ends a build */
export function check({ entry, roots }: ResolvedSlidevOptions): Plugin {
  let server: ViteDevServer | undefined
  let last = new Map<string, Finding>()
  const tell = async ({ config: { logger } }: ViteDevServer) => {
    const found = new Map((await checkDeck(entry, roots)).map(finding => [nameOf(finding), finding]))
    found.forEach(({ says }, name) => last.has(name) || logger.warn(says))
    const mended = [...last].filter(([name]) => !found.has(name)).map(([, { says }]) => says.split(/ \(|: /)[0])
    // Slidev's server prints warnings and worse alone.
    new Set(mended).forEach(place => logger.warn(`${place}: mended`))
    last = found
  }
  return {
    name: 'deck:check',
    configureServer(started) {
      server = started
      server.watcher.on('change', file => /\.(?:md|yaml)$/.test(file) && tell(started))
    },
    async buildStart() {
      if (server)
        return tell(server)
      const found = await checkDeck(entry, roots)
      found.forEach(({ says }) => console.error(`deck: ${says}`))
      // Not thrown: Slidev would bury the lines under a trace of its bundler's.
      if (found.some(({ level }) => level === 'fault'))
        process.exit(1)
    },
  }
}
