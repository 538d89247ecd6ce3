/** The repository's files, as the tests read them. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deckRoot } from '../../deck/load'

const made = new Set(['node_modules', 'dist', 'out', '.git', '.slidev'])

/** Paths from the root of every file in a folder and below, but for what is installed or built. */
export async function filesIn(folder = ''): Promise<string[]> {
  const entries = await readdir(join(deckRoot, folder), { withFileTypes: true }).catch(() => [])
  const below = await Promise.all(entries.filter(entry => !made.has(entry.name)).map(entry =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
  return below.flat()
}

/** Texts by path. */
export async function texts(paths: readonly string[]): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(paths.map(async path =>
    [path, await readFile(join(deckRoot, path), 'utf8')] as const)))
}
