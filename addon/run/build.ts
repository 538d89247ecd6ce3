/** One build: made beside the last one, moved into its place whole; who wants it meanwhile waits. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { lock } from 'proper-lockfile'
import { checkDeck } from '../deck/check'
import { deckRoot } from '../deck/load'
import { removeAtEnd } from './leftovers'
import { readRecord, writeRecord } from './record'
import { slidev } from './slidev'

/** Folders that are the build's own, whatever stands in them. */
export const DIST = join(deckRoot, 'dist')
export const WITHOUT_NOTES = join(deckRoot, 'dist-without-notes')

export interface BuildOptions {
  notes?: boolean
  /** Everything in one page. */
  single?: boolean
  signal?: AbortSignal
}

const shown = (path: string) => relative(deckRoot, path) || path

/** Beside another path, so that it can be renamed to it. */
const beside = (path: string, end: string) => join(dirname(path), `.${basename(path)}${end}`)

/**
 * @throws where the deck stands in a folder that cannot be built in: Vite takes `#`, `?` and `*` for its own
 *   (vitejs/vite#6763), the search for components brackets and bars (unplugin/unplugin-vue-components#810, slidevjs/slidev#2668)
 */
export function checkRoot(root = deckRoot): void {
  const sign = root.match(/[#?*[\]|]/)?.[0]
  if (sign)
    throw new Error(`No deck can be built in a folder with "${sign}" in its path, ${root}: rename the folder.`)
}

const cannotWrite = (path: string, error: unknown) =>
  new Error(`Cannot write ${shown(path)}: ${(error as NodeJS.ErrnoException).code}. Free the place, or give another with --out.`)

/** @throws in one line when something else than a build would be lost, or nothing can be written */
function checkPlace(out: string): void {
  try {
    mkdirSync(dirname(out), { recursive: true })
    accessSync(dirname(out), constants.W_OK)
  }
  catch (error) {
    throw cannotWrite(out, error)
  }
  if (existsSync(out) && out !== DIST && out !== WITHOUT_NOTES && !readRecord(out) && readdirSync(out).length)
    throw new Error(`${shown(out)} holds other files than a built deck: give an empty or a new folder with --out.`)
}

/**
 * @param out where the build, or what is made of it, will stand; it is made in a folder beside
 * @returns that folder, which goes with this process unless it is moved
 * @throws when the deck has faults or the build fails, a line each
 */
export async function buildBeside(out: string, { notes = true, single, signal }: BuildOptions): Promise<string> {
  checkRoot()
  const found = (await checkDeck(join(deckRoot, 'slides.md'))).filter(({ level }) => level === 'fault')
  if (found.length)
    throw new Error(found.map(({ says }) => says).join('\n'))
  const folder = mkdtempSync(beside(out, '-'))
  removeAtEnd(folder)
  const since = Date.now()
  try {
    const read = await slidev(['build', '--base', './', '--router-mode', 'hash', '--out', folder, ...notes ? [] : ['--without-notes']], { env: single ? { DECK_SINGLE: '1' } : {}, signal })
    writeRecord(folder, { read, since, notes })
    return folder
  }
  catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/**
 * Builds the deck, unless what was waited for makes that needless.
 * @param out folder to hold it; what it held stays until the new build is whole
 * @param isDone asked once no one else is building
 */
export async function build(out: string, options: BuildOptions = {}, isDone = () => false): Promise<void> {
  checkPlace(out)
  const lockfilePath = beside(out, '.lock')
  const take = (retries: number) => lock(out, { lockfilePath, realpath: false, stale: 5000, update: 1000, onCompromised: () => {}, retries: { retries, factor: 1, minTimeout: 300 } })
  const release = await take(0).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED')
      throw cannotWrite(out, error)
    console.error('Another terminal is building the deck: waiting for it.')
    return take(2000)
  })
  const gone = removeAtEnd(lockfilePath)
  try {
    sweep(out)
    if (!isDone())
      move(await buildBeside(out, options), out)
  }
  finally {
    await release().catch(() => {})
    gone()
  }
}

/** Removes what a machine that lost its power left of a build. */
function sweep(out: string): void {
  const start = `.${basename(out)}-`
  readdirSync(dirname(out)).filter(name => name.startsWith(start) && /^\w{6}(?:-last)?$/.test(name.slice(start.length))).forEach(name => rmSync(join(dirname(out), name), { recursive: true, force: true }))
}

/** A folder cannot be renamed over another: between the two steps nothing else runs. */
function move(folder: string, out: string): void {
  const last = `${folder}-last`
  if (existsSync(out))
    renameSync(out, last)
  renameSync(folder, out)
  rmSync(last, { recursive: true, force: true })
}
