/** The built deck as PDF: slides, handout or both, printed by one browser. */
import { relative } from 'node:path'
import type { Browser } from 'playwright-core'
import type { PaperReport } from '../pages/paper'
import { close, launch } from '../cli/browser'
import { ensureBuilt } from '../cli/build'
import { withTimeout } from '../cli/process'
import { serve } from '../cli/serve'
import type { PaperOptions } from './options'
import { checkWritable, writeWhole } from './write'

/** Seconds until a page that shows nothing, or a browser that hangs, is given up. */
const PATIENCE = 60
const PRINTED_WITHIN = 120

const AGAIN = 'try again, or set CHROMIUM_PATH to another.'
const STOPPED = `The browser stopped while it printed: ${AGAIN}`

/**
 * @param url the built deck's address
 * @param options what to print of it
 * @returns the browser's own file, and what the page says of itself
 * @throws when the deck does not come up, the range is empty, or a strict deck has warnings
 */
async function print(browser: Browser, url: string, { kind, range, dark, withClicks, paper, perPage }: PaperOptions) {
  const page = await browser.newPage({
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  // The slides' own look is the screen's, final states and all.
  await page.emulateMedia({ media: 'screen' })
  const query = new URLSearchParams({ ...range && { range }, ...paper && { paper }, ...perPage && { perPage } })
  const route = kind === 'slides' ? 'print' : 'handout'
  await page.goto(`${url}?print=${withClicks ? 'clicks' : 'true'}#/${route}?${query}`, { waitUntil: 'commit' })
  // A function, not a text: the page's policy evaluates none.
  const timeout = PATIENCE * 1000
  // What a slide sets by the window is set by the slide.
  const size = await page.waitForFunction(() => window.paperSize, undefined, { timeout }).catch(() => undefined)
  size && await page.setViewportSize((await size.jsonValue())!)
  const ready = size && await page.waitForFunction(() => window.paperReport, undefined, { timeout }).catch(() => undefined)
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
  papers.forEach(({ output }) => checkWritable(output))
  // The browser takes the longest to start: it does so meanwhile.
  const both = [launch(), Promise.resolve(dist ?? ensureBuilt(entry)).then(dir => serve(dir))] as const
  both.forEach(work => work.catch(() => {}))
  // Hundreds of modules: read while the browser starts.
  const finishing = import('./finish')
  try {
    const [browser, served] = await Promise.all(both)
    const gone = new Promise<never>((_, fail) => browser.once('disconnected', () => fail(new Error(STOPPED))))
    const make = async (options: PaperOptions) => {
      const { bytes, report } = await print(browser, served.url, options)
      return { options, report, file: await (await finishing).finish(bytes, report, options.kind) }
    }
    const made = await withTimeout(PRINTED_WITHIN, Promise.race([Promise.all(papers.map(make)), gone]),
      `The browser did not print within ${PRINTED_WITHIN} s: ${AGAIN}`).catch((error: Error) => {
      throw /(?:crashed|has been closed)/.test(error.message) ? new Error(STOPPED) : error
    })
    new Set(made.flatMap(({ report }) => report.warnings)).forEach(warning => console.warn(warning))
    for (const { options: { output }, report, file } of made) {
      await writeWhole(output, file)
      console.warn(`${relative('.', output)}: ${report.slides.length} slides, ${Math.ceil(file.length / 1024)} KB`)
    }
    return made.map(({ file }) => file)
  }
  finally {
    const [browser, served] = both
    const closed = Promise.allSettled([browser.then(close), served.then(({ close }) => close())])
    await withTimeout(10, closed, '').catch(() => {})
  }
}
