/** The one browser of all tests, and pages that remember what went wrong in them. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-chromium'
import { afterAll, beforeAll, inject } from 'vitest'
import { loadDeck } from '../../deck/load'
import { type Fault, inspect, pageScript } from './checks'

let browser: Browser

/** To be called at a test file's top. */
export function useBrowser(): () => Browser {
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserAddress'))
  })
  afterAll(() => browser?.close())
  return () => browser
}

export interface State {
  no: number
  click: number
  /** Whether it is the slide's last click. */
  last: boolean
  /** Whether the slide has a note. */
  noted: boolean
  /** What the address ends in when the deck itself has gone there. */
  hash: string
}

/** Every slide at every click, as the audience meets them. */
export async function everyState(): Promise<State[]> {
  const { slides } = await loadDeck()
  return slides.flatMap(({ no, content, note, frontmatter: { routeAlias = no, ...given } }) => {
    // Where a slide does not say, Slidev counts; here one for each directive.
    const clicks: number = given.clicks ?? content.match(/\sv-click\b/g)?.length ?? 0
    return Array.from({ length: clicks + 1 }, (_, click) =>
      ({ no, click, last: click === clicks, noted: note !== '', hash: `#/${routeAlias}${click ? `?clicks=${click}` : ''}` }))
  })
}

/** Collects errors and requests to other hosts, from now on. */
export function watchPage(page: Page, home: string): Fault[] {
  const faults: Fault[] = []
  page.on('console', message => message.type() === 'error'
    && faults.push({ check: 'console', element: 'page', says: message.text().split('\n')[0]! }))
  page.on('pageerror', error => faults.push({ check: 'console', element: 'page', says: error.message }))
  page.on('request', (request) => {
    if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(home))
      faults.push({ check: 'host', element: 'page', says: `asks another host: ${request.url()}` })
  })
  page.on('requestfailed', request => faults.push({ check: 'request', element: 'page', says: `failed: ${request.url()}` }))
  page.on('response', response => response.status() >= 400
    && faults.push({ check: 'request', element: 'page', says: `${response.status()}: ${response.url()}` }))
  return faults
}

/** Opens the deck with motion reduced, so that every state is final at once. */
export async function openDeck(options: BrowserContextOptions = {}, path = '#/1'): Promise<{ page: Page, faults: Fault[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', ...options })
  await context.addInitScript(pageScript)
  const page = await context.newPage()
  const faults = watchPage(page, inject('deckUrl'))
  await page.goto(inject('deckUrl') + path)
  // The first slide stands there before the scripts that take keys.
  await page.locator('#app[data-v-app] .slidev-layout:visible').first().waitFor()
  return { page, faults }
}

/** Goes to a slide's click by address and waits until it is drawn. */
export async function goTo(page: Page, no: number, click: number): Promise<void> {
  await page.evaluate(async ([no, click]) => {
    location.hash = `#/${no}${click ? `?clicks=${click}` : ''}`
    const frame = () => new Promise(requestAnimationFrame)
    for (let i = 0; i < 300; i++) {
      await frame()
      if (document.querySelector(`#slide-content .slidev-page-${no} .slidev-layout`)?.checkVisibility())
        break
    }
    await frame()
    await document.fonts.ready
  }, [no, click] as const)
}

/** @returns the current slide's faults */
export async function faultsOf(page: Page, no: number): Promise<Fault[]> {
  return page.evaluate(inspect, no)
}

/** One line a fault: slide, click, check, element. */
export function describeFault(where: string, { check, element, says }: Fault): string {
  return `${where}: ${check}: ${element}: ${says}`
}
