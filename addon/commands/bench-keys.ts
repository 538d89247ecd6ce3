/** What a speaker waits for at each key, measured in the browser. */
import type { Browser } from 'playwright-chromium'
import { openCold } from './bench-page'

export interface Answer {
  kind: 'forward' | 'backward' | 'click'
  /** Milliseconds from the key event to the end of the first frame that shows the change. */
  first: number
  /** Milliseconds from the key event until nothing moves any more and one slide is left. */
  settled: number
}

export interface Walk {
  answers: Answer[]
  /** Bytes in use after the walk and a collection. */
  heap: number
}

/** Runs in the page: what the next key does; nothing at the deck's end. */
function timeNextKey(): Promise<{ turned: boolean, first: number, settled: number } | undefined> {
  /** The uppermost slide, which is the one that is seen. */
  const top = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[data-slidev-no]')
  const left = () => [...document.querySelectorAll('#slideshow > [data-slidev-no]')].filter(slide => getComputedStyle(slide).display !== 'none').length
  return new Promise(done => addEventListener('keydown', ({ timeStamp }) => {
    const [place, slide] = [location.hash, top()]
    const number = (hash: string) => hash.split('?')[0]
    let first = 0
    const frame = () => {
      const now = performance.now() - timeStamp
      const turned = number(location.hash) !== number(place) || slide !== top()
      const shows = location.hash !== place && (!turned || (top() !== slide && Number(getComputedStyle(top()!).opacity) > 0.1))
      if (!first && shows)
        setTimeout(() => first = performance.now() - timeStamp)
      if (first && left() === 1 && document.getAnimations().every(({ playState }) => playState === 'finished'))
        return done({ turned, first, settled: now })
      if (now > 3000)
        return done(undefined)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }, { once: true, capture: true }))
}

/** Walks through the whole deck and back, step by step, as somebody with a clicker does. */
export async function walk(browser: Browser, url: string, reducedMotion: 'reduce' | 'no-preference'): Promise<Walk> {
  const { page, cdp } = await openCold(browser, { reducedMotion })
  await page.goto(url)
  await page.locator('#app[data-v-app] .slidev-layout h1').first().waitFor()
  // Stock Slidev loads the other slides after three seconds: both decks are measured at rest.
  await page.waitForTimeout(4000)
  const answers: Answer[] = []
  for (const [key, kind] of [['ArrowRight', 'forward'], ['ArrowLeft', 'backward']] as const) {
    for (;;) {
      const timing = page.evaluate(timeNextKey)
      await page.waitForTimeout(50)
      await page.keyboard.press(key)
      const answer = await timing
      if (!answer)
        break
      answers.push({ kind: answer.turned ? kind : 'click', first: answer.first, settled: answer.settled })
    }
  }
  await cdp.send('HeapProfiler.collectGarbage')
  const heap = (await cdp.send('Runtime.getHeapUsage')).usedSize
  await page.context().close()
  return { answers, heap }
}
