/** Finds a Chromium to print and test with, gets one where there is none, and starts it. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import type { Browser, LaunchOptions } from 'playwright-core'
import { withTimeout } from './process'

const require = createRequire(import.meta.url)
/** Read as CommonJS, in half the time that tsx takes for it as a module. */
const { chromium }: typeof import('playwright-core') = require('playwright-core')

/** Where systems keep their browsers, best first. */
function systemBrowsers(): string[] {
  const { PATH = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(app => `${app}.app/Contents/MacOS/${app}`)
  const windows = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
  const linux = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  const places: [folders: string[], programs: string[]][] = [
    [['/Applications'], mac],
    [[PROGRAMFILES, `${PROGRAMFILES} (x86)`, LOCALAPPDATA], windows],
    [[...PATH.split(delimiter), '/usr/bin', '/snap/bin'], linux],
  ]
  return places.flatMap(([folders, programs]) => programs.flatMap(name => folders.map(folder => join(folder, name))))
}

/**
 * @returns path of the browser's program: the one CHROMIUM_PATH names, Playwright's own, or the system's
 * @throws when there is none, or CHROMIUM_PATH names no file, saying what to do
 */
export function findBrowser(): string {
  const asked = process.env.CHROMIUM_PATH
  if (asked && !statSync(asked, { throwIfNoEntry: false })?.isFile())
    throw new Error(`CHROMIUM_PATH names no file: ${asked}. Correct or unset it.`)
  const found = asked || [chromium.executablePath(), ...systemBrowsers()].find(path => existsSync(path))
  if (!found)
    throw new Error('No Chrome, Chromium or Edge found: run `npx deck browser`, or set CHROMIUM_PATH to its program.')
  return found
}

/** Debian's and Ubuntu's root installs the system's package; everyone else uses Playwright's installer. */
function getBrowser(): void {
  const run = (program: string, ...args: string[]) =>
    spawnSync(program, args, { stdio: ['ignore', process.stderr, process.stderr], timeout: 600_000 }).status === 0
  const install = () => run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium')
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot && (install() || (run('apt-get', 'update') && install())))
    return
  const playwright = require.resolve('playwright-core/package.json')
  run(process.execPath, join(dirname(playwright), 'cli.js'), 'install', 'chromium')
}

/** As {@link findBrowser}; where there is none says in one line that it gets one, and does. */
export function ensureBrowser(): string {
  try {
    return findBrowser()
  }
  catch (error) {
    if (process.env.CHROMIUM_PATH)
      throw error
    console.error('No Chrome, Chromium or Edge on this machine: getting Chromium, once.')
    getBrowser()
    return findBrowser()
  }
}

/** Starts one that asks nothing of the network by itself. @throws in one line: Playwright's own has forty */
async function start<T>(how: (options: LaunchOptions) => Promise<T>, args: string[] = []): Promise<T> {
  const executablePath = ensureBrowser()
  const quiet = ['background-networking', 'component-update', 'sync', 'gpu'].map(what => `--disable-${what}`)
  // Chromium's own sandbox does not start for root, nor in most containers.
  const isContained = ['/.dockerenv', '/run/.containerenv'].some(mark => existsSync(mark))
  const chromiumSandbox = process.getuid?.() !== 0 && !isContained
  const options = { executablePath, chromiumSandbox, timeout: 30_000, args: [...quiet, '--no-first-run', ...args] }
  return how(options).catch(({ message }: Error) => {
    const said = message.match(/\[err\] (.+)|Timeout .+ exceeded/)
    throw new Error(`The browser ${executablePath} does not start${said ? ` (${said[1] ?? said[0]})` : ''}. ${
      'Set CHROMIUM_PATH to one that does, or run `npx deck browser`.'}`)
  })
}

/**
 * @param args flags of Chromium to add
 * @returns a headless browser
 * @throws when there is none or it does not start, saying what to do
 */
export const launch = (args?: string[]) => start(options => chromium.launch(options), args)

/** The same, for several processes to connect to. */
export const launchServer = () => start(options => chromium.launchServer(options))

/** Closes it; one that no longer answers is left to Playwright, which kills it when this process ends. */
export const close = (browser: Browser) => withTimeout(5, browser.close(), '').catch(() => {})
