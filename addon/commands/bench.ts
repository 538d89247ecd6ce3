/**
 * Measures this deck and a stock Slidev deck of as many plain slides in one
 * run, in turn, prints a table and writes out/bench.json. Figures, not tests.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import sirv from 'sirv'
import { buildDecks, timed, type BenchDeck } from './bench-deck'
import { walk, type Answer } from './bench-keys'
import { firstLoad, type FirstLoad } from './bench-page'
import { findBrowser, launch } from '../run/browser'
import { command, readArgs } from '../run/command'
import { removeAtEnd } from '../run/leftovers'
import { deckRoot, loadDeck } from '../deck/load'

const RUNS = 9
const out = join(deckRoot, 'out')

/** @param share 0.5 for the median, 0.95 for the value that 95 % stay under */
function quantile(values: number[], share = 0.5): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN
}

/** Compressed, as web hosts send. */
async function serveCompressed(dir: string) {
  const files = sirv(dir, { dev: true, gzip: true })
  const server = createServer((request, response) => files(request, response)).listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close().closeAllConnections() }
}

/** Seconds. */
function exportTime({ name, entry }: BenchDeck, scratch: string): number {
  if (name === 'stock')
    return timed('npx', 'slidev', 'export', entry, '--with-toc', '--executable-path', findBrowser(), '--output', join(scratch, 'stock.pdf'))
  return timed('npm', 'run', '--silent', 'export', '--', '--output', join(scratch, 'ours.pdf'))
}

async function measure(scratch: string): Promise<Record<string, Record<BenchDeck['name'], number>>> {
  const slides = (await loadDeck()).slides.length
  const say = (what: string) => console.error(`${what} …`)
  say('Building both decks')
  const decks = buildDecks(scratch, slides)
  const served = await Promise.all(decks.map(deck => serveCompressed(deck.dir)))
  const browser = await launch()
  const table: Record<string, Record<string, number>> = {}
  const put = (row: string, deck: BenchDeck, value: number) => (table[row] ??= {})[deck.name] = value
  for (const slow of [false, true]) {
    say(slow ? 'First slide on a slow line' : 'First slide')
    const loads: FirstLoad[][] = decks.map(() => [])
    for (let run = 0; run < RUNS; run++) {
      for (const [i, { url }] of served.entries())
        loads[i]!.push(await firstLoad(browser, url, slow))
    }
    for (const [i, deck] of decks.entries()) {
      if (!slow) {
        put('First load, KB compressed', deck, quantile(loads[i]!.map(load => load.bytes)) / 1024)
        put('First load, requests', deck, quantile(loads[i]!.map(load => load.requests)))
      }
      else {
        put('Come by the first slide, KB', deck, quantile(loads[i]!.map(load => load.needed)) / 1024)
      }
      put(slow ? 'First slide on slow 4G, ms' : 'First slide, ms', deck, quantile(loads[i]!.map(load => load.shown)))
    }
  }
  for (const motion of ['no-preference', 'reduce'] as const) {
    for (const [i, deck] of decks.entries()) {
      say(`Walking through ${deck.name === 'ours' ? 'this deck' : 'the stock deck'}${motion === 'reduce' ? ', motion reduced' : ''}`)
      const { answers, heap } = await walk(browser, served[i]!.url, motion)
      const still = motion === 'reduce' ? ', still' : ''
      for (const kind of ['forward', 'backward', 'click'] as const) {
        const times = (value: 'first' | 'settled') => answers.filter(answer => answer.kind === kind).map((answer: Answer) => answer[value])
        put(`Key ${kind}${still}, median ms`, deck, quantile(times('first')))
        put(`Key ${kind}${still}, 95 % ms`, deck, quantile(times('first'), 0.95))
        put(`Key ${kind}${still}, settled, ms`, deck, quantile(times('settled'), 0.95))
      }
      put(`Heap after the walk${still}, MB`, deck, heap / 2 ** 20)
    }
  }
  await browser.close()
  served.forEach(server => server.close())
  for (const deck of decks) {
    say(`Exporting ${deck.name === 'ours' ? 'this deck' : 'the stock deck'}`)
    put('Build, s', deck, deck.buildTime)
    put('Export to PDF, s', deck, exportTime(deck, scratch))
  }
  return table
}

command(async () => {
  readArgs('npm run bench', {})
  mkdirSync(out, { recursive: true })
  const scratch = mkdtempSync(join(out, 'bench-'))
  removeAtEnd(scratch)
  const table = await measure(scratch)
  console.log(`Load of the machine: ${loadavg().map(load => load.toFixed(1)).join(', ')} (1, 5, 15 minutes).`)
  const round = (value: number) => Number.isNaN(value) ? '–' : value.toFixed(value < 100 ? 1 : 0)
  console.log(`${''.padEnd(32)}${'this deck'.padStart(12)}${'stock deck'.padStart(12)}${'ratio'.padStart(8)}`)
  for (const [row, { ours, stock }] of Object.entries(table))
    console.log(`${row.padEnd(32)}${round(ours).padStart(12)}${round(stock).padStart(12)}${round(ours / stock).padStart(8)}`)
  writeFileSync(join(out, 'bench.json'), `${JSON.stringify({ date: new Date().toISOString(), node: process.version, runs: RUNS, table }, null, 2)}\n`)
})
