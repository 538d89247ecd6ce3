/** The system's Firefox, by WebDriver BiDi. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type KeyInput, launch } from 'puppeteer-core'
import { Absent, type Engine, size, type Window } from './engine'

/** Where it may stand, best first. */
const places = () => [
  process.env.FIREFOX_PATH ?? '',
  ...(process.env.PATH ?? '').split(delimiter).flatMap(folder => ['firefox', 'firefox-esr'].map(program => join(folder, program))),
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** @throws {Absent} where there is no Firefox */
export async function firefox(): Promise<Engine> {
  const executablePath = places().find(path => path && existsSync(path))
  if (!executablePath)
    throw new Absent('Firefox is not here: install it (Debian: apt-get install firefox-esr) or set FIREFOX_PATH.')
  const driven = await launch({ browser: 'firefox', executablePath, headless: true })
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
  return { name: 'Firefox', version: (await driven.version()).replace(/^\D+/, ''), open, close: () => driven.close() }
}
