/** What a build was made from and came out as, written down with it: whether it still holds is then no matter of times. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deckRoot } from '../deck/load'

const NAME = '.deck-build.json'
const addonRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** npm's own account of what is installed, versions and all. */
const installed = resolve(dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), '../../.package-lock.json')

/** Digest of a file's content, by its path. */
type Digests = Record<string, string>

export interface BuildRecord {
  /** Whether it holds the speaker's notes. */
  notes: boolean
  node: string
  /** By path from the deck's root. */
  sources: Digests
  /** By path from the build's folder. */
  files: Digests
}

function filesBelow(dir: string): string[] {
  return existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && !entry.name.startsWith('.')).map(entry => join(entry.parentPath, entry.name))
    : []
}

/**
 * What a build takes in by its place, named by no module: what Slidev looks
 * for in a root, texts and their schemas, what runs for the build, and the
 * packages that do the work.
 */
function conventional(root: string): string[] {
  const folders = ['components', 'layouts', 'public', 'setup', 'snippets', 'styles'].flatMap(name => [join(root, name), join(addonRoot, name)])
  const runs = ['deck', 'vite'].map(name => join(addonRoot, name))
  const layers = ['global', 'slide'].flatMap(name => [`${name}-top.vue`, `${name}-bottom.vue`])
  const texts = readdirSync(root).filter(file => file.endsWith('.schema.ts')).flatMap(schema => [schema, schema.replace('.schema.ts', '.yaml')])
  const single = [...layers, 'global.vue', 'custom-nav-controls.vue', 'index.html', 'style.css', 'uno.config.ts', 'vite.config.ts', 'package.json']
  return [
    ...[...folders, ...runs].flatMap(filesBelow),
    ...single.flatMap(name => [join(root, name), join(addonRoot, name)]),
    ...['claims.yaml', ...texts].map(name => join(root, name)),
    installed,
  ]
}

/** Of the files that there are. */
const digests = (paths: string[], root: string): Digests => Object.fromEntries([...new Set(paths)].sort()
  .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile())
  .map(path => [relative(root, path), createHash('sha256').update(readFileSync(path)).digest('base64')]))

const same = (a: Digests, b: Digests) => JSON.stringify(a) === JSON.stringify(b)

/**
 * @param dir a finished build
 * @param made read: absolute paths of the modules and files that it read; notes: whether it holds them;
 *   since: when it began, in ms since 1970, for what changed later may have been read before or after
 * @param root the deck's folder
 */
export function writeRecord(dir: string, { read, since, notes }: { read: string[], since: number, notes: boolean }, root = deckRoot): void {
  const sources = digests([...read, ...conventional(root)], root)
  for (const path of Object.keys(sources)) {
    // By the file's own clock, which no one can set.
    if ((statSync(join(root, path), { throwIfNoEntry: false })?.ctimeMs ?? 0) > since)
      sources[path] = 'changed during the build'
  }
  const record: BuildRecord = { notes, node: process.version, sources, files: digests(filesBelow(dir), dir) }
  writeFileSync(join(dir, NAME), JSON.stringify(record, null, 1))
}

/** @returns what stands in a build's folder about it; nothing where it says nothing that can be read */
export function readRecord(dir: string): BuildRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(join(dir, NAME), 'utf8')) as BuildRecord
    return record.sources && record.files ? record : undefined
  }
  catch {
    return undefined
  }
}

/**
 * @param dir folder of a built deck, which may not exist
 * @param root the deck's folder
 * @returns why it cannot be used, for a person to read; nothing when it is whole and of the present sources
 */
export function whyStale(dir: string, root = deckRoot): string | undefined {
  const record = readRecord(dir)
  if (!record)
    return existsSync(dir) ? 'The built deck is not known to be whole' : 'The deck is not built yet'
  if (!record.notes)
    return 'The built deck holds no notes'
  if (record.node !== process.version)
    return `The deck was built by Node ${record.node}`
  const known = Object.keys(record.sources)
  const now = digests([...known.map(path => resolve(root, path)), ...conventional(root)], root)
  const changed = [...known, ...Object.keys(now)].find(path => now[path] !== record.sources[path])
  if (changed)
    return `${changed === relative(root, installed) ? 'What npm installed' : changed} changed since the deck was built`
  return same(digests(filesBelow(dir), dir), record.files) ? undefined : 'The built deck is damaged'
}
