/** What a reader of a built deck waits for, measured in the browser. */
import type { Browser, CDPSession, Page } from 'playwright-chromium'

/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

export interface FirstLoad {
  /** Compressed, headers included, once the network is quiet. */
  bytes: number
  requests: number
  /** Milliseconds from navigation to the frame that shows the first headline in its own font. */
  shown: number
}

export interface Steps {
  /** Milliseconds from key to the end of the frame that shows the change. */
  slides: number[]
  clicks: number[]
  /** Milliseconds between two frames, at most. */
  longestFrame: number
  /** Bytes in use after the walk and a collection. */
  heap: number
}

/** Runs in the page, before anything else. */
function watchFirstSlide(): void {
  const look = () => {
    const headline = document.querySelector('.slidev-layout h1')
    if (headline?.getBoundingClientRect().width && document.fonts.status === 'loaded')
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { firstSlide: performance.now() })))
    else
      requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function openCold(browser: Browser): Promise<{ page: Page, cdp: CDPSession }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  // tsx wraps inner functions in a helper that the page does not have (privatenumber/tsx#113).
  await page.addInitScript('globalThis.__name = given => given')
  await page.addInitScript(watchFirstSlide)
  return { page, cdp }
}

/** Opens the deck in a profile without a cache. */
export async function firstLoad(browser: Browser, url: string, slow: boolean): Promise<FirstLoad> {
  const { page, cdp } = await openCold(browser)
  const load = { bytes: 0, requests: 0 }
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    load.bytes += encodedDataLength
    load.requests++
  })
  if (slow)
    await cdp.send('Network.emulateNetworkConditions', SLOW)
  await page.goto(url)
  await page.waitForFunction(() => 'firstSlide' in window)
  const shown = await page.evaluate(() => (window as unknown as { firstSlide: number }).firstSlide)
  if (!slow)
    await page.waitForLoadState('networkidle')
  await page.context().close()
  return { ...load, shown }
}

/** Runs in the page: from the next key to the end of the frame in which the address, and with it the slide, has changed. */
function timeNextKey(): Promise<{ latency: number, longest: number }> {
  return new Promise((done) => {
    addEventListener('keydown', () => {
      const started = performance.now()
      const before = location.hash
      let latency = 0
      let longest = 0
      let last = started
      const frame = () => {
        const now = performance.now()
        longest = Math.max(longest, now - last)
        last = now
        if (!latency && location.hash !== before)
          setTimeout(() => latency = performance.now() - started)
        if (now - started < 400)
          requestAnimationFrame(frame)
        else
          done({ latency, longest })
      }
      requestAnimationFrame(frame)
    }, { once: true, capture: true })
  })
}

/** Walks through the whole deck, step by step. */
export async function walk(browser: Browser, url: string, slides: number): Promise<Steps> {
  const { page, cdp } = await openCold(browser)
  await page.goto(url)
  await page.waitForFunction(() => 'firstSlide' in window)
  // Stock Slidev loads the other slides after three seconds: both decks are measured at rest.
  await page.waitForTimeout(3500)
  const steps: Steps = { slides: [], clicks: [], longestFrame: 0, heap: 0 }
  const slideNo = () => Number.parseInt(new URL(page.url()).hash.slice(2)) || 1
  for (let before = slideNo(), idle = 0; before <= slides && idle < 1;) {
    const timing = page.evaluate(timeNextKey)
    await page.waitForTimeout(20)
    await page.keyboard.press('ArrowRight')
    const { latency, longest } = await timing
    const after = slideNo()
    if (latency)
      (after > before ? steps.slides : steps.clicks).push(latency)
    else
      idle++
    steps.longestFrame = Math.max(steps.longestFrame, longest)
    before = after
  }
  await cdp.send('HeapProfiler.collectGarbage')
  steps.heap = (await cdp.send('Runtime.getHeapUsage')).usedSize
  await page.context().close()
  return steps
}
