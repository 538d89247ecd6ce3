/** What a reader of a built deck waits for until the first slide, measured in the browser. */
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-chromium'

/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

export interface FirstLoad {
  /** Milliseconds from navigation to the frame that shows the first slide's largest text (largest contentful paint). */
  shown: number
  /** Bytes that had come by then, compressed. */
  needed: number
  /** Compressed, headers included, once the network is quiet. */
  bytes: number
  requests: number
}

/** A profile without a cache, at a projector's size. */
export async function openCold(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page, cdp: CDPSession }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options })).newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  // tsx wraps inner functions in a helper that the page does not have (privatenumber/tsx#113).
  await page.addInitScript('globalThis.__name = given => given')
  return { page, cdp }
}

/** Runs in the page: when the largest text was painted first, in milliseconds since navigation; none yet, undefined. */
function largestText(): Promise<number | undefined> {
  return new Promise((done) => {
    new PerformanceObserver(list => done(list.getEntries().at(-1)?.startTime)).observe({ type: 'largest-contentful-paint', buffered: true })
    setTimeout(done, 100)
  })
}

/** Opens the deck in a profile without a cache. */
export async function firstLoad(browser: Browser, url: string, slow: boolean): Promise<FirstLoad> {
  const { page, cdp } = await openCold(browser)
  const came: { at: number, bytes: number }[] = []
  let started = Number.NaN
  const load = { bytes: 0, requests: 0 }
  cdp.on('Network.requestWillBeSent', ({ timestamp, type }) => {
    if (type === 'Document')
      started = timestamp
  })
  cdp.on('Network.dataReceived', ({ timestamp, encodedDataLength }) => came.push({ at: timestamp, bytes: encodedDataLength }))
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    load.bytes += encodedDataLength
    load.requests++
  })
  if (slow)
    await cdp.send('Network.emulateNetworkConditions', SLOW)
  await page.goto(url)
  await page.locator('#app[data-v-app] .slidev-layout h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const shown = await page.evaluate(largestText)
  if (!shown)
    throw new Error(`${url} painted no text.`)
  const needed = came.filter(({ at }) => (at - started) * 1000 <= shown).reduce((sum, { bytes }) => sum + bytes, 0)
  await page.context().close()
  return { ...load, shown, needed }
}
