/** The built deck: made by Slidev in a temporary folder, moved into its place whole, made again when a source is newer. */
import { spawn } from 'node:child_process'
import { accessSync, constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { deckRoot, readDeck } from '../deck/load'
import { temporaryFolder } from './process'

const STAMP = '.deck-build.json'
/** Folders that are the build's own, whatever stands in them. */
export const DIST = join(deckRoot, 'dist')
export const WITHOUT_NOTES = join(deckRoot, 'dist-without-notes')
const addonRoot = realpathSync(fileURLToPath(new URL('..', import.meta.url)))

export interface BuildOptions {
  /** Path of the deck's entry file, in the deck's folder. */
  entry: string
  notes?: boolean
  /** Everything in one page. */
  single?: boolean
}

interface Stamp {
  entry: string
  notes: boolean
  /** When the build began, in ms since 1970. */
  began: number
  /** How many files it may have read: one that goes leaves no newer one behind. */
  sources: number
  /** Paths of what came out, from the build's folder. */
  files: string[]
}

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(file => file.isFile()).map(file => relative(folder, join(file.parentPath, file.name)))

/** @returns what a build says of itself; nothing where it is not whole */
function readStamp(folder: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, STAMP), 'utf8'))
  }
  catch {
    return undefined
  }
}

/** @returns whether a whole build stands there, of whatever sources */
export const isWhole = (folder: string) => readStamp(folder)?.files.every(file => existsSync(join(folder, file))) ?? false

/** What makes no slide. */
const APART = /^(?:node_modules|dist.*|out|tests|findings|template|upstream|README\.md|\..*)$/

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (APART.test(entry.name))
      continue
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      yield* filesBelow(path)
    else
      yield path
  }
}

/** What npm, pnpm, yarn or bun last installed, here or in a workspace above. */
function lockFile(folder = deckRoot): string | undefined {
  const names = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock']
  return names.map(name => join(folder, name)).find(path => existsSync(path))
    ?? (dirname(folder) === folder ? undefined : lockFile(dirname(folder)))
}

/** Every file that a build may read, pages elsewhere too. @throws when the deck cannot be read */
async function sourcesOf(entry: string): Promise<string[]> {
  const pages = Object.keys((await readDeck(entry)).files)
  const roots = [deckRoot, ...addonRoot.includes('node_modules') ? [] : [addonRoot]]
  return [...new Set([...pages, ...roots.flatMap(root => [...filesBelow(root)]), lockFile() ?? []].flat())]
}

/** Its last change, or its coming from elsewhere with an older one. */
function changed(path: string): number {
  const { mtimeMs = 0, ctimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return Math.max(mtimeMs, ctimeMs)
}

/** @returns why a built deck cannot be used, for a person to read; nothing when it is whole and of the present sources */
export async function whyStale(entry: string, folder = DIST): Promise<string | undefined> {
  const stamp = readStamp(folder)
  if (!stamp)
    return existsSync(folder) ? 'The built deck is not known to be whole' : 'The deck is not built yet'
  if (!isWhole(folder))
    return 'The built deck lacks files'
  if (!stamp.notes)
    return 'The built deck holds no notes'
  if (stamp.entry !== basename(entry))
    return `${stamp.entry} was built last`
  const sources = await sourcesOf(entry)
  const newer = sources.find(path => changed(path) > stamp.began)
  if (newer)
    return `${relative(deckRoot, newer)} changed since the deck was built`
  return sources.length < stamp.sources ? 'A source went since the deck was built' : undefined
}

/** As in `[plugin vite:vue] /a/talk/pages/people.md__slidev_8.md:3:16`. */
const PLACE = /^\[plugin [^\]]+\] (\/.+?|\w:.+?)(?:__slidev_(\d+)\.md)?(?::\d+:\d+)?$/

/**
 * @param printed all that a failed build said
 * @returns what a person needs of it: the first error's own words and its place, without the trace
 */
export function firstError(printed: string): string {
  const lines = stripVTControlCharacters(printed).split('\n').map(line => line.trim()).filter(Boolean)
  const at = lines.findIndex(line => /^(?:\w*Error: (?!Build failed)|\[[A-Z_]+\] )/.test(line) && !line.startsWith('[PLUGIN_TIMINGS]'))
  if (at < 0)
    return lines.findLast(line => !line.startsWith('at ')) ?? 'it said nothing'
  const [, file, no] = lines[at - 1]?.match(PLACE) ?? []
  const place = file && `${no ? `slide ${no} (${relative(deckRoot, file)})` : relative(deckRoot, file)}: `
  return `${place ?? ''}${lines[at]!.replace(/^(?:\w*Error: |\[[A-Z_]+\] )+/, '').replace(/__slidev_(\d+)\.md/, ', slide $1')}`
}

/** Runs Slidev's own command line. @returns what it printed @throws when it fails, with its first error in a line */
function slidev(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const program = join(dirname(createRequire(join(deckRoot, 'package.json')).resolve('@slidev/cli/package.json')), 'bin', 'slidev.mjs')
  const child = spawn(process.execPath, [program, ...args], { cwd: deckRoot, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const kill = () => child.kill()
  process.once('exit', kill)
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', part => printed += part)
  return new Promise<string>((done, fail) => {
    child.on('error', fail)
    child.on('close', code => code === 0 ? done(printed) : fail(new Error(/^deck: /m.test(printed)
      ? printed.match(/^deck: .*$/gm)!.map(line => line.slice(6)).join('\n')
      : `The build failed: ${firstError(printed)}`)))
  }).finally(() => process.off('exit', kill))
}

/**
 * @throws where the deck stands in a folder that cannot be built in: Vite takes `#`, `?` and `*` for its own
 *   (vitejs/vite#6763), the search for components brackets and bars (unplugin/unplugin-vue-components#810, slidevjs/slidev#2668)
 */
export function checkRoot(root = deckRoot): void {
  const sign = root.match(/[#?*[\]|]/)?.[0]
  if (sign)
    throw new Error(`No deck can be built in a folder with "${sign}" in its path, ${root}: rename the folder.`)
}

/**
 * @returns a temporary folder with the built deck, which goes with this process unless it is moved
 * @throws when the deck has faults or the build fails, a line each
 */
export async function buildAside({ entry, notes = true, single }: BuildOptions): Promise<string> {
  checkRoot()
  const folder = join(temporaryFolder(), 'build')
  const began = Date.now()
  const sources = (await sourcesOf(entry)).length
  const printed = await slidev(['build', basename(entry), '--base', './', '--router-mode', 'hash', '--out', folder, ...notes ? [] : ['--without-notes']], single ? { DECK_SINGLE: '1' } : {})
  printed.match(/^deck: .*$/gm)?.forEach(line => console.error(line.slice(6)))
  const stamp: Stamp = { entry: basename(entry), notes, began, sources, files: filesIn(folder) }
  writeFileSync(join(folder, STAMP), JSON.stringify(stamp))
  return folder
}

/** @throws in one line when something else than a build would be lost, or nothing can be written */
function checkPlace(out: string): void {
  try {
    mkdirSync(dirname(out), { recursive: true })
    accessSync(dirname(out), constants.W_OK)
  }
  catch (error) {
    throw cannotWrite(out, error)
  }
  if (existsSync(out) && out !== DIST && out !== WITHOUT_NOTES && !readStamp(out) && readdirSync(out).length)
    throw new Error(`${relative(deckRoot, out)} holds other files than a built deck: give an empty or a new folder with --out.`)
}

const cannotWrite = (path: string, error: unknown) =>
  new Error(`Cannot write ${relative(deckRoot, path)}: ${(error as NodeJS.ErrnoException).code}. Free the place, or give another with --out.`)

/** Moves a folder to its place; what stood there goes last. The temporary folder may lie on another disk: hence the copy. */
function putInPlace(folder: string, out: string): void {
  const [next, last] = ['new', 'last'].map(end => join(dirname(out), `.${basename(out)}.${end}-${process.pid}`)) as [string, string]
  try {
    cpSync(folder, next, { recursive: true })
    if (existsSync(out))
      renameSync(out, last)
    renameSync(next, out)
  }
  catch (error) {
    throw cannotWrite(out, error)
  }
  finally {
    [next, last].forEach(path => rmSync(path, { recursive: true, force: true }))
  }
}

/**
 * @param out folder to hold it; what it held stays until the new build is whole
 * @throws when the place cannot be taken or the build fails, in a line
 */
export async function build(out: string, options: BuildOptions): Promise<void> {
  checkPlace(out)
  putInPlace(await buildAside(options), out)
}

/**
 * @returns the folder of the built deck, of the present sources: as it stands, or built now
 * @throws when the build fails, with its first error in a line; the last good build then is as it was
 */
export async function ensureBuilt(entry = join(deckRoot, 'slides.md')): Promise<string> {
  const why = await whyStale(entry)
  if (why) {
    console.error(`${why}: building it.`)
    await build(DIST, { entry })
  }
  return DIST
}
