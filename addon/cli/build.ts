/** The built deck: made by Slidev in a temporary folder, put in its place whole, made again when a source changes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { globSync } from 'tinyglobby'
import { deckRoot, readDeck } from '../deck/load'
import { removeAtExit, temporaryFolder } from './process'

const STAMP = '.deck-build.json'
/** Folders that are the build's own, whatever stands in them. */
export const DIST = join(deckRoot, 'dist')
export const WITHOUT_NOTES = join(deckRoot, 'dist-without-notes')

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
}

/** @returns what the build in a folder says of itself, which came there whole; nothing where there is none */
export function stampOf(folder: string): Stamp | undefined {
  const file = join(folder, STAMP)
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined
}

/** What makes no slide. */
const APART = ['node_modules', 'dist*', 'out', 'tests', 'findings', 'template', 'upstream', 'README.md']
const LOCKS = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock']

/** What was last installed, here or in a workspace above. */
function locksAbove(folder = deckRoot): string[] {
  const found = LOCKS.map(name => join(folder, name)).filter(path => fs.existsSync(path))
  return found.length || folder === dirname(folder) ? found : locksAbove(dirname(folder))
}

/** Every file that a build may read, pages elsewhere too. @throws when the deck cannot be read */
async function sourcesOf(entry: string): Promise<string[]> {
  const pages = Object.keys((await readDeck(entry)).files)
  const addon = resolve(import.meta.dirname, '..')
  const roots = addon.includes('node_modules') ? [deckRoot] : [deckRoot, addon]
  const ignore = APART.map(name => `**/${name}`)
  const files = roots.flatMap(cwd => globSync('**', { cwd, absolute: true, ignore }))
  return [...new Set([...pages, ...files, ...locksAbove()])]
}

/** @returns why the built deck cannot be used, for a person; nothing when it is of the present sources */
async function whyStale(entry: string): Promise<string | undefined> {
  const stamp = stampOf(DIST)
  if (!stamp)
    return fs.existsSync(DIST) ? 'The built deck is not known to be whole' : 'The deck is not built yet'
  if (!stamp.notes)
    return 'The built deck holds no notes'
  if (stamp.entry !== basename(entry))
    return `${stamp.entry ?? 'Another deck'} was built last`
  const sources = await sourcesOf(entry)
  // A file's coming from elsewhere, with an older date, counts as a change.
  const newer = sources.find(path => (fs.statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0) > stamp.began)
  if (newer)
    return `${relative(deckRoot, newer)} changed since the deck was built`
  return sources.length < stamp.sources ? 'A source went since the deck was built' : undefined
}

/** As in `[plugin vite:vue] /a/talk/pages/people.md__slidev_8.md:3:16`. */
const PLACE = /^\[plugin [^\]]+\] (\/.+?|\w:.+?)(?:__slidev_(\d+)\.md)?(?::\d+:\d+)?$/
const ERROR = /^(?:\w*Error: (?!Build failed)|\[(?!PLUGIN_TIMINGS)[A-Z_]+\] )/

/**
 * @param printed all that a failed build said
 * @returns what a person needs of it: the first error's own words and its place, without the trace
 */
export function firstError(printed: string): string {
  const lines = stripVTControlCharacters(printed).split('\n').map(line => line.trim()).filter(Boolean)
  const at = lines.findIndex(line => ERROR.test(line))
  if (at < 0)
    return lines.findLast(line => !line.startsWith('at ')) ?? 'it said nothing'
  const [, path, no] = lines[at - 1]?.match(PLACE) ?? []
  const file = path && relative(deckRoot, path)
  const says = lines[at]!.replace(/^(?:\w*Error: |\[[A-Z_]+\] )+/, '').replace(/__slidev_(\d+)\.md/, ', slide $1')
  return file ? `${no ? `slide ${no} (${file})` : file}: ${says}` : says
}

/** Runs Slidev's own command. @returns findings of deck/check.ts @throws these, or the first error, when it fails */
async function slidev(args: string[], env: NodeJS.ProcessEnv): Promise<string[]> {
  const cli = createRequire(join(deckRoot, 'package.json')).resolve('@slidev/cli/package.json')
  const child = spawn(process.execPath, [join(dirname(cli), 'bin/slidev.mjs'), ...args], {
    cwd: deckRoot, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', part => printed += part)
  const [code] = await once(child, 'close').finally(() => process.off('exit', kill))
  const findings = printed.match(/(?<=^deck: ).*$/gm) ?? []
  if (code !== 0)
    throw new Error(findings.join('\n') || `The build failed: ${firstError(printed)}`)
  return findings
}

/**
 * @throws where the deck stands in a folder that cannot be built in: Vite takes `#`, `?` and `*` for its own
 *   (vitejs/vite#6763), the search for components brackets and bars (unplugin/unplugin-vue-components#810,
 *   slidevjs/slidev#2668)
 */
export function checkRoot(root = deckRoot): void {
  const sign = root.match(/[#?*[\]|]/)?.[0]
  if (sign)
    throw new Error(`No deck can be built in a folder with "${sign}" in its path, ${root}: rename the folder.`)
}

/**
 * @param say takes each finding that is no fault
 * @returns a temporary folder with the built deck, which goes with this process
 * @throws when the deck has faults or the build fails, a line each
 */
export async function buildAside({ entry, notes = true, single }: BuildOptions, say = console.error): Promise<string> {
  checkRoot()
  const folder = join(temporaryFolder(), 'build')
  const began = Date.now()
  const stamp: Stamp = { entry: basename(entry), notes, began, sources: (await sourcesOf(entry)).length }
  const args = ['build', basename(entry), '--base', './', '--router-mode', 'hash', '--out', folder]
  const findings = await slidev(notes ? args : [...args, '--without-notes'], single ? { DECK_SINGLE: '1' } : {})
  findings.forEach(line => say(line))
  fs.writeFileSync(join(folder, STAMP), JSON.stringify(stamp))
  return folder
}

/** Moves a folder to its place; what stood there goes last. It may lie on another disk: hence the copy. */
function putInPlace(folder: string, out: string): void {
  const [coming, last] = ['new', 'last'].map(end => join(dirname(out), `.${basename(out)}.${end}-${process.pid}`))
  ;[coming, last].forEach(path => removeAtExit(path!))
  fs.cpSync(folder, coming!, { recursive: true })
  if (fs.existsSync(out))
    fs.renameSync(out, last!)
  fs.renameSync(coming!, out)
  fs.rmSync(last!, { recursive: true, force: true })
}

/**
 * @param out folder to hold it; what it held stays until the new build is whole
 * @throws when the place cannot be taken or the build fails, in a line
 */
export async function build(out: string, options: BuildOptions): Promise<void> {
  try {
    fs.mkdirSync(dirname(out), { recursive: true })
    fs.accessSync(dirname(out), fs.constants.W_OK)
    if (fs.existsSync(out) && ![DIST, WITHOUT_NOTES].includes(out) && !stampOf(out) && fs.readdirSync(out).length)
      throw new Error(`${relative(deckRoot, out)} holds other files than a built deck: give a new folder with --out.`)
    putInPlace(await buildAside(options), out)
  }
  catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw /^E[A-Z]+$/.test(code)
      ? new Error(`Cannot write ${relative(deckRoot, out)}: ${code}. Free the place, or give another with --out.`)
      : error
  }
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
