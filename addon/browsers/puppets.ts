/** Chromium by its own protocol, Firefox by WebDriver BiDi. */
import { existsSync } from 'node:fs'
import { type KeyInput, launch } from 'puppeteer-core'
import { ensureBrowser } from '../run/browser'
import { Absent, type Engine, size, type Window } from './engine'

const firefoxes = ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe']

async function start(browser: 'chrome' | 'firefox', executablePath: string, name: string): Promise<Engine> {
  const driven = await launch({ browser, executablePath, headless: true, args: browser === 'chrome' ? ['--no-sandbox', '--disable-gpu'] : [] })
  const open = async (): Promise<Window> => {
    const page = await driven.newPage()
    await page.setViewport(size)
    return {
      goTo: async address => void await page.goto(address),
      evaluate: expression => page.evaluate(expression) as Promise<never>,
      press: async (key) => {
        await page.bringToFront()
        await page.keyboard.press(key as KeyInput)
      },
      picture: () => page.screenshot(),
      close: () => page.close(),
    }
  }
  return { name, version: await driven.version(), open, close: () => driven.close() }
}

export const chromium = async (): Promise<Engine> => start('chrome', await ensureBrowser(), 'Chromium')

/** @throws {Absent} where there is no Firefox */
export async function firefox(): Promise<Engine> {
  const found = [process.env.FIREFOX_PATH, ...firefoxes].find(path => path && existsSync(path))
  if (!found)
    throw new Absent('Firefox is not here: install it (Debian: apt-get install firefox-esr) or set FIREFOX_PATH.')
  return start('firefox', found, 'Firefox')
}
