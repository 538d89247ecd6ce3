/**
 * Which Chromium: the one CHROMIUM_PATH names, then Playwright's own, then the
 * system's Chrome, Chromium or Edge; where there is none, gets one.
 * `npm run browser` only makes sure that there is one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser } from 'playwright-chromium'

const HOW = 'No Chrome, Chromium or Edge found: run `npm run browser` to get one, or set CHROMIUM_PATH to its program.'

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
  if (asked && !existsSync(asked))
    throw new Error(`CHROMIUM_PATH names no file: ${asked}. Correct or unset it.`)
  const found = [asked, chromium.executablePath(), ...systemBrowsers()].find(path => path && existsSync(path))
  if (!found)
    throw new Error(HOW)
  return found
}

/** Debian's and Ubuntu's root installs the system's package; everyone else uses Playwright's installer. */
function getBrowser(): void {
  const run = (program: string, ...args: string[]) =>
    spawnSync(program, args, { stdio: ['ignore', process.stderr, process.stderr] }).status === 0
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

/**
 * @param args flags of Chromium to add
 * @returns a headless browser which, by itself, asks nothing of the network
 */
export async function launch(args: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    chromiumSandbox: canSandbox(),
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu', ...args],
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureBrowser().then(console.log, (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
