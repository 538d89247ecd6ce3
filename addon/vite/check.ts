/** Says what is wrong with the deck, by slide and line: while it is written, and when it is built. */
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, ViteDevServer } from 'vite'
import { checkDeck } from '../deck/check'
import type { DeckSlide, Finding } from '../deck/load'

/** A finding without its line and without times, which move as the file is written. */
const nameOf = ({ says }: Finding) => says.replace(/\d*:\d+/g, '')

const said = new Set<string>()
/** Says findings of a build, each once, for whoever runs it (cli/build.ts), and ends it where one is a fault. */
function tellBuild(found: readonly Finding[]): void {
  const news = found.filter(({ says }) => !said.has(says))
  news.forEach(({ says }) => said.add(says) && console.error(`deck: ${says}`))
  // Not thrown: Slidev would bury the lines under a trace of its bundler's.
  if (news.some(({ level }) => level === 'fault'))
    process.exit(1)
}

/** @param steps how many each slide of the built deck takes, in the talk's order */
export const checkSteps = async ({ entry, roots }: ResolvedSlidevOptions, steps: readonly number[]) =>
  tellBuild(await checkDeck(entry, roots, ({ no }) => steps[no - 1]))

/** A slide as it was when its steps were counted: its note may change since. */
const counted = ({ content, frontmatter }: DeckSlide) => JSON.stringify([content, frontmatter])

/** @param options of Slidev; the deck's `checks.strict` makes every finding a fault, which ends a build */
export function check({ entry, roots }: ResolvedSlidevOptions): Plugin {
  let server: ViteDevServer | undefined
  let last = new Map<string, Finding>()
  const steps = new Map<string, number>()
  let turn: Promise<unknown> = Promise.resolve()
  const look = async ({ config: { logger } }: ViteDevServer, shown?: { no: number, total: number }) => {
    const findings = await checkDeck(entry, roots, (slide) => {
      if (slide.no === shown?.no)
        steps.set(counted(slide), shown.total)
      return steps.get(counted(slide))
    })
    const found = new Map(findings.map(finding => [nameOf(finding), finding]))
    found.forEach(({ says }, name) => last.has(name) || logger.warn(says))
    const mended = [...last].filter(([name]) => !found.has(name)).map(([, { says }]) => says.split(/ \(|: /)[0])
    // Slidev's server prints warnings and worse alone.
    new Set(mended).forEach(place => logger.warn(`${place}: mended`))
    last = found
  }
  const tell = (...of: Parameters<typeof look>) => turn = turn.then(() => look(...of))
  return {
    name: 'deck:check',
    configureServer(started) {
      server = started
      const { watcher, ws } = started
      watcher.on('change', file => /\.(?:md|yaml)$/.test(file) && tell(started).then(() => ws.send('deck:changed')))
      ws.on('deck:steps', shown => tell(started, shown))
    },
    async buildStart() {
      await (server ? tell(server) : checkDeck(entry, roots).then(tellBuild))
    },
  }
}
