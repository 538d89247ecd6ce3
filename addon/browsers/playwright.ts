/** Chromium, which every other engine is compared with, and the Firefox and WebKit that Playwright builds of its own. */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserType, firefox, webkit } from 'playwright-chromium'
import { launch } from '../run/browser'
import { Absent, type Engine, size, type Window } from './engine'

async function engine(browser: Browser, name: string): Promise<Engine> {
  // Windows of one context hear one another.
  const context = await browser.newContext({ viewport: size })
  const open = async (): Promise<Window> => {
    const page = await context.newPage()
    return {
      goTo: async address => void await page.goto(address),
      evaluate: expression => page.evaluate(expression),
      press: async (key) => {
        await page.bringToFront()
        await page.keyboard.press(key)
      },
      picture: () => page.screenshot(),
      close: () => page.close(),
    }
  }
  return { name, version: browser.version(), open, close: () => browser.close() }
}

export const chromium = async (): Promise<Engine> => engine(await launch(), 'Chromium')

/** @throws {Absent} where Playwright has not fetched it, or the system lacks what it needs */
async function own(type: BrowserType, name: string, leavesSpaces = false): Promise<Engine> {
  if (!existsSync(type.executablePath()))
    throw new Absent(`${name} is not here: npx playwright-core install ${type.name()} gets it where the network lets it.`)
  const browser = await type.launch().catch((error: Error) => {
    throw new Absent(`${name} does not start: ${error.message.split('\n')[0]}`)
  })
  return { ...await engine(browser, name), leavesSpaces }
}

export const playwrightFirefox = () => own(firefox, 'Playwright’s Firefox')
export const playwrightWebkit = () => own(webkit, 'Playwright’s WebKit', true)
