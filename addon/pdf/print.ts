/** A built deck's pages for paper, as the browser prints them. */
import type { Browser } from 'playwright-chromium'
import type { PaperReport } from '../paper/paper'
import type { PaperOptions } from './options'

export interface Printed {
  bytes: Uint8Array
  report: PaperReport
}

/** Milliseconds until a page that shows nothing is given up. */
const PATIENCE = 30_000

/**
 * @param browser who prints
 * @param url the built deck's address
 * @throws when the deck does not come up, the range is empty, or a slide has a fault, one line each
 */
export async function print(browser: Browser, url: string, { kind, range, dark, withClicks, paper, perPage }: Omit<PaperOptions, 'output'>): Promise<Printed> {
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
    const ready = await page.waitForFunction(() => window.paperReport, undefined, { timeout: PATIENCE }).catch(() => undefined)
    const report = await ready?.jsonValue() as PaperReport | undefined
    if (!report)
      throw new Error(`The deck's ${route} page did not come up${errors[0] ? `: ${errors[0]}` : ` within ${PATIENCE / 1000} s`}. Try \`npm run build\`.`)
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
    await page.close()
  }
}
