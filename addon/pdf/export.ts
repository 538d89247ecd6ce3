/** The built deck as PDF: slides, handout or both, printed by one browser. */
import { relative, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import type { PaperReport } from '../pages/paper'
import { close, launch } from '../cli/browser'
import { ensureBuilt } from '../cli/build'
import { withTimeout } from '../cli/process'
import { serve } from '../cli/serve'
import { exportName } from '../deck/load'
import { checkWritable, writeWhole } from './write'

export interface PaperOptions {
  kind: 'slides' | 'handout'
  /** Absolute path of the file to make; in out/, by the deck's name, where absent. */
  output?: string
  /** As in `3-7` or `1,4-6`; all slides where absent. */
  range?: string
  dark?: boolean
  withClicks?: boolean
  paper?: 'a4' | 'letter'
  /** Slides on a page of the handout; one unless it says 2. */
  perPage?: '1' | '2'
}

/**
 * @param values the command's options, as cli/deck.ts declares them
 * @returns what to print: one file, or two where the slides are asked for with their handout
 * @throws in one line on a value that makes no sense
 */
export function paperOptions(kind: PaperOptions['kind'], values: Record<string, any> = {}): PaperOptions[] {
  const { range, output, paper, 'per-page': perPage, dark, 'with-clicks': withClicks, handout } = values
  if (paper && paper !== 'a4' && paper !== 'letter')
    throw new Error(`There is no paper "${paper}": a4 or letter.`)
  if (perPage && perPage !== '1' && perPage !== '2')
    throw new Error(`--per-page takes 1 or 2, not "${perPage}".`)
  if (range !== undefined && !/^\d+(-\d*)?(,\d+(-\d*)?)*$/.test(range))
    throw new Error(`"${range}" is no range of slides, as 3-7 or 1,4-6 are.`)
  if (output === '')
    throw new Error('--output needs a file.')
  const both = { range, output, paper, perPage, dark, withClicks }
  const beside = { ...both, kind: 'handout', output: output?.replace(/(\.pdf)?$/, '-handout$1') } as const
  return [{ ...both, kind }, ...handout ? [beside] : []]
}

/** Serves the built deck. @returns where its files go, each a place that can be written */
async function prepare(papers: PaperOptions[], dist?: string, entry?: string) {
  const outputs = await Promise.all(papers.map(async ({ output, kind }) =>
    output ?? resolve('out', `${await exportName(entry)}${kind === 'handout' ? '-handout' : ''}.pdf`)))
  outputs.forEach(checkWritable)
  return { outputs, served: await serve(dist ?? await ensureBuilt(entry)) }
}

/** Seconds until a page that shows nothing, or a browser that hangs, is given up. */
const PATIENCE = 60
const PRINTED_WITHIN = 120

const AGAIN = 'try again, or set CHROMIUM_PATH to another.'
const STOPPED = `The browser stopped while it printed: ${AGAIN}`

/**
 * @param url the built deck's address
 * @returns the browser's own file, and what the page says of itself
 * @throws when the deck does not come up, the range is empty, or a strict deck has warnings
 */
async function print(browser: Browser, url: string, { kind, range = '', dark, withClicks, ...options }: PaperOptions) {
  const slides = kind === 'slides'
  const page = await browser.newPage({
    colorScheme: dark && slides ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  // The slides' own look is the screen's, final states and all.
  await page.emulateMedia({ media: 'screen' })
  const { paper = '', perPage = '' } = options
  const query = new URLSearchParams({ range, paper, perPage })
  const [clicks, route] = [withClicks && slides ? 'clicks' : 'true', slides ? 'paper' : 'handout']
  await page.goto(`${url}?print=${clicks}#/${route}?${query}`, { waitUntil: 'commit' })
  // A function, not a text: the page's policy evaluates none.
  const timeout = PATIENCE * 1000
  // What a slide sets by the window is set by the slide.
  const size = await page.waitForFunction(() => window.paperSize, undefined, { timeout }).catch(() => undefined)
  size && await page.setViewportSize((await size.jsonValue())!)
  const ready = size && await page.waitForFunction(() => window.paperReport, undefined, { timeout })
    .catch(() => undefined)
  const report = await ready?.jsonValue() as PaperReport | undefined
  const why = errors[0] ? `: ${errors[0]}` : ` within ${PATIENCE} s`
  if (!report)
    throw new Error(`The deck's ${route} page did not come up${why}. Try \`deck build\`.`)
  if (!report.slides.length)
    throw new Error(`No slide lies in the range ${range}: the deck has 1 to ${report.total}.`)
  if (report.strict && report.warnings.length)
    throw new Error(report.warnings.join('\n'))
  return { bytes: await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true }), report }
}

/**
 * @param papers what to print
 * @param dist folder of the built deck; built from `entry` when absent
 * @returns the files, as written
 * @throws when anything is in the way, in lines for a person; the old files then are as they were
 */
export async function exportPaper(papers: PaperOptions[], dist?: string, entry?: string): Promise<Uint8Array[]> {
  // The browser takes the longest to start: meanwhile the deck is looked at, and hundreds of modules are read.
  const starting = launch()
  const serving = prepare(papers, dist, entry)
  const finishing = import('./finish')
  ;[starting, serving].forEach(work => work.catch(() => {}))
  try {
    const [{ served, outputs }, browser] = await Promise.all([serving, starting])
    const gone = new Promise<never>((_, fail) => browser.once('disconnected', () => fail(new Error(STOPPED))))
    const make = async (options: PaperOptions) => {
      const { bytes, report } = await print(browser, served.url, options)
      return { report, file: await (await finishing).finish(bytes, report, options.kind) }
    }
    const made = await withTimeout(PRINTED_WITHIN, Promise.race([Promise.all(papers.map(make)), gone]),
      `The browser did not print within ${PRINTED_WITHIN} s: ${AGAIN}`).catch((error: Error) => {
      throw /(?:crashed|has been closed)/.test(error.message) ? new Error(STOPPED) : error
    })
    new Set(made.flatMap(({ report }) => report.warnings)).forEach(warning => console.warn(warning))
    for (const [i, { report, file }] of made.entries()) {
      await writeWhole(outputs[i]!, file)
      console.warn(`${relative('.', outputs[i]!)}: ${report.slides.length} slides, ${Math.ceil(file.length / 1024)} KB`)
    }
    return made.map(({ file }) => file)
  }
  finally {
    const closed = Promise.allSettled([starting.then(close), serving.then(({ served }) => served.close())])
    await withTimeout(10, closed, '').catch(() => {})
  }
}
