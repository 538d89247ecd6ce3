/** A built deck's pages for paper, as the browser prints them. */
import type { Browser } from 'playwright-chromium'
import type { PaperReport } from '../paper/paper'
import { within } from '../run/within'
import type { PaperOptions } from './options'

export interface Printed {
  bytes: Uint8Array
  report: PaperReport
}

/** Seconds until a page that shows nothing is given up. */
const PATIENCE = 30

/** The whole of it: a browser that hangs says nothing. */
const PRINTED_WITHIN = 120

const AGAIN = 'try again, or set CHROMIUM_PATH to another.'
const STOPPED = `The browser stopped while it printed: ${AGAIN}`

/**
 * @param browser who prints
 * @param url the built deck's address
 * @param seconds how long it may take
 * @throws when the browser stops or hangs, the deck does not come up, the range is empty, or a slide has a fault, one line each
 */
export async function print(browser: Browser, url: string, options: Omit<PaperOptions, 'output'>, seconds = PRINTED_WITHIN): Promise<Printed> {
  const gone = new Promise<never>((_, fail) => browser.once('disconnected', () => fail(new Error(STOPPED))))
  try {
    return await within(seconds, Promise.race([printed(browser, url, options), gone]), `The browser did not print within ${seconds} s: ${AGAIN}`)
  }
  catch (error) {
    throw /(?:crashed|has been closed)/.test((error as Error).message) ? new Error(STOPPED) : error
  }
}

async function printed(browser: Browser, url: string, { kind, range, dark, withClicks, paper, perPage }: Omit<PaperOptions, 'output'>): Promise<Printed> {
  const page = await browser.newPage({
    viewport: { width: 980, height: 552 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  try {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    // The slides' own look is the screen's, final states and all.
    await page.emulateMedia({ media: 'screen' })
    const query = new URLSearchParams({ paper, perPage: String(perPage), ...range && { range } })
    const route = kind === 'pages' ? 'print' : 'handout'
    await page.goto(`${url}?print=${withClicks ? 'clicks' : 'true'}#/${route}?${query}`, { waitUntil: 'commit' })
    // A function, not a text: the page's policy evaluates none.
    const ready = await page.waitForFunction(() => window.paperReport, undefined, { timeout: PATIENCE * 1000 }).catch(() => undefined)
    const report = await ready?.jsonValue() as PaperReport | undefined
    if (!report)
      throw new Error(`The deck's ${route} page did not come up${errors[0] ? `: ${errors[0]}` : ` within ${PATIENCE} s`}. Try \`npm run build\`.`)
    if (!report.slides.length)
      throw new Error(`No slide lies in the range ${range}: the deck has 1 to ${report.total}.`)
    if (report.faults.length)
      throw new Error(report.faults.join('\n'))
    if (kind === 'handout' && !report.slides.some(slide => slide.note))
      throw new Error('The built deck holds no notes: build it with them (`npm run build`) and try again.')
    const size = kind === 'pages' ? { width: '980px', height: '552px' } : { preferCSSPageSize: true }
    return { bytes: await page.pdf({ ...size, tagged: true, printBackground: true }), report }
  }
  finally {
    // Not waited for: a page that crashed or hangs does not close, its browser does.
    page.close().catch(() => {})
  }
}
