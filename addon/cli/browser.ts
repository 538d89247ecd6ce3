/** Finds a Chromium to print and test with, gets one where there is none, and starts it. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'
import { withTimeout } from './process'

/** Where the system keeps its browsers, best first. */
function systemBrowsers({ env, platform } = process): string[] {
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(app => `/Applications/${app}.app/Contents/MacOS/${app}`)
  const [folders, programs] = platform === 'win32'
    ? [[env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA],
        ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']]
    : [[...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'],
        ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']]
  return programs.flatMap(program => folders.flatMap(folder => folder ? join(folder, program) : []))
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
  const playwright = createRequire(import.meta.url).resolve('playwright-core/package.json')
  run(process.execPath, join(dirname(playwright), 'cli.js'), 'install', 'chromium')
}

/**
 * Finds a browser, or says in one line that it gets one, and does.
 * @returns path of the browser's program
 * @throws when there is still none afterwards
 */
export async function ensureBrowser(): Promise<string> {
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

const QUIET = ['background-networking', 'component-update', 'sync', 'gpu'].map(what => `--disable-${what}`)

/** Starts one that asks nothing of the network by itself. @throws in one line: Playwright's own has forty */
async function start<T>(how: (options: LaunchOptions) => Promise<T>, args: string[] = [], seconds = 30): Promise<T> {
  const executablePath = await ensureBrowser()
  // Chromium's own sandbox does not start for root, nor in most containers.
  const inContainer = ['/.dockerenv', '/run/.containerenv'].some(mark => existsSync(mark))
  const options: LaunchOptions = {
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0 && !inContainer,
    timeout: seconds * 1000,
    args: [...QUIET, '--no-first-run', ...args],
  }
  return how(options).catch(({ name, message }: Error) => {
    const said = message.match(/\[err\] (.+)/)?.[1]?.trim()
    const late = name === 'TimeoutError' && ` within ${seconds} s`
    throw new Error(`The browser ${executablePath} does not start${late || (said ? ` (it says: ${said})` : '')}. ${
      'Set CHROMIUM_PATH to one that does, or run `npx deck browser`.'}`)
  })
}

/**
 * @param args flags of Chromium to add
 * @param seconds how long it may take to start
 * @returns a headless browser
 * @throws when there is none or it does not start, saying what to do
 */
export const launch = (args?: string[], seconds?: number) => start(options => chromium.launch(options), args, seconds)

/** The same, for several processes to connect to. */
export const launchServer = () => start(options => chromium.launchServer(options))

/** Closes it; one that no longer answers is left to Playwright, which kills it when this process ends. */
export async function close(browser: Browser): Promise<void> {
  await withTimeout(5, browser.close(), '').catch(() => {})
}
