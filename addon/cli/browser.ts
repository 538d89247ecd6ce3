/**
 * Which Chromium: the one CHROMIUM_PATH names, then Playwright's own, then the
 * system's Chrome, Chromium or Edge; where there is none, gets one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright-chromium'
import { temporaryFolder, withTimeout } from './process'

const HOW = 'No Chrome, Chromium or Edge found: run `deck browser` to get one, or set CHROMIUM_PATH to its program.'

/** Milliseconds until an installer that gets nowhere is given up. */
const PATIENCE = 600_000

/** Where each system keeps its browsers, best first. */
function systemBrowsers(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(name => process.env[name] ?? '').filter(Boolean)
    const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return programs.flatMap(program => roots.map(root => join(root, program)))
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin']
  const programs = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  return programs.flatMap(program => folders.map(folder => join(folder, program)))
}

/**
 * @returns path of the browser's program
 * @throws when there is none, or CHROMIUM_PATH names no file, saying what to do
 */
export function findBrowser(): string {
  const asked = process.env.CHROMIUM_PATH
  if (asked && !statSync(asked, { throwIfNoEntry: false })?.isFile())
    throw new Error(`CHROMIUM_PATH names no file: ${asked}. Correct or unset it.`)
  const found = [asked, chromium.executablePath(), ...systemBrowsers()].find(path => path && existsSync(path))
  if (!found)
    throw new Error(HOW)
  return found
}

/** Debian's and Ubuntu's root installs the system's package; everyone else uses Playwright's installer. */
function getBrowser(): void {
  const run = (program: string, ...args: string[]) =>
    spawnSync(program, args, { stdio: ['ignore', process.stderr, process.stderr], timeout: PATIENCE }).status === 0
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-chromium/package.json')), 'cli.js')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const install = () => run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium')
    if (install() || (run('apt-get', 'update') && install()))
      return
  }
  run(process.execPath, playwright, 'install', 'chromium')
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

/** Chromium's own sandbox does not start for root, nor in most containers. */
const canSandbox = () => process.getuid?.() !== 0 && !['/.dockerenv', '/run/.containerenv'].some(mark => existsSync(mark))

/** Why it did not start, in a line: Playwright's own account runs to forty. */
function whyNot(program: string, seconds: number, { name, message }: Error): string {
  const said = message.match(/\[err\] (.+)/)?.[1]
  const why = name === 'TimeoutError' ? `did not start within ${seconds} s` : `does not start${said ? ` (it says: ${said.trim()})` : ''}`
  return `The browser ${program} ${why}. Set CHROMIUM_PATH to one that does, or run \`deck browser\`.`
}

/** Starts one, by itself asking nothing of the network. @throws in one line */
async function start<T>(how: (options: LaunchOptions) => Promise<T>, args: string[], seconds: number): Promise<T> {
  const program = await ensureBrowser()
  // Playwright and Chromium keep their profile there; neither removes it when this process is killed.
  process.env[process.platform === 'win32' ? 'TEMP' : 'TMPDIR'] = temporaryFolder()
  try {
    return await how({
      executablePath: program,
      chromiumSandbox: canSandbox(),
      timeout: seconds * 1000,
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu', ...args],
    })
  }
  catch (error) {
    throw new Error(whyNot(program, seconds, error as Error))
  }
}

/**
 * @param args flags of Chromium to add
 * @param seconds how long it may take to start
 * @returns a headless browser which, by itself, asks nothing of the network
 * @throws when there is none or it does not start, saying what to do
 */
export const launch = (args: string[] = [], seconds = 30) => start(options => chromium.launch(options), args, seconds)

/** The same, for several processes to connect to. */
export const launchServer = () => start(options => chromium.launchServer(options), [], 30)

/** Closes it; one that no longer answers is left to Playwright, which kills it when this process ends. */
export async function close(browser: Browser): Promise<void> {
  await withTimeout(5, browser.close(), '').catch(() => {})
}
