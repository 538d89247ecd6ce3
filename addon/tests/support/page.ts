/** Pages of a built deck, slides at rest. Nothing here waits for a time: each wait ends by an event or a state. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-chromium'
import { inject } from 'vitest'

let connected: Promise<Browser> | undefined

/** The one browser of all tests. */
export const theBrowser = (): Promise<Browser> => connected ??= chromium.connect(inject('browserAddress'))

/** Opens an address of a deck with motion reduced, so that each state is final at once; waits until the app stands. */
export async function openDeck(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await theBrowser()
  const still = { viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' } as const
  const context = await browser.newContext({ ...still, ...options })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('#app[data-v-app] > *').first().waitFor({ state: 'attached' })
  return page
}

/** Resolves when nothing moves any more and the fonts are there. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
    await document.fonts.ready
  })
}

/** Goes to a slide at a click of it, through Slidev's own router, and waits until it is drawn and at rest. */
export async function visit(page: Page, no: number, clicks = 0): Promise<void> {
  await page.evaluate(async ([no, clicks]) => {
    const app = (document.querySelector('#app') as any).__vue_app__
    const router = app.config.globalProperties.$router
    await router.isReady()
    await router.replace({ path: `/${no}`, query: clicks ? { clicks: String(clicks) } : {} })
    await new Promise(done => setTimeout(done)) // Vue draws in microtasks: this comes after them
  }, [no, clicks] as const)
  await page.locator(`#slide-content [data-slidev-no="${no}"]`).first().waitFor({ state: 'attached' })
  await atRest(page)
}
