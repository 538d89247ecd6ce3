/** Is the built deck older than what it is made from? Then builds it. */
import { spawn } from 'node:child_process'
import { readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { deckRoot } from '../deck/load'

/** What no slide is made from; entries with a leading dot are left out as well. */
const NOT_SOURCES = new Set(['node_modules', 'dist', 'out', 'tests', 'README.md', 'LICENSE'])

/** Milliseconds since 1970 of the latest change in a folder; a deleted file shows in its folder's own time. */
function latestChange(dir: string, depth = 0): number {
  const entries = readdirSync(dir, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.') && !(depth === 0 && NOT_SOURCES.has(entry.name)))
  const times = entries.flatMap((entry) => {
    const path = join(dir, entry.name)
    const own = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    return entry.isDirectory() ? [own, latestChange(path, depth + 1)] : [own]
  })
  return Math.max(0, ...times)
}

/**
 * @param outDir folder of the built deck
 * @param root folder of its sources
 * @returns whether there is no build, or a source is newer than it
 */
export function isStale(outDir: string, root = deckRoot): boolean {
  const built = statSync(join(outDir, 'index.html'), { throwIfNoEntry: false })
  return !built || latestChange(root) > built.mtimeMs
}

/**
 * Runs `npm run build` when the sources are newer than `dist/`.
 * @returns the folder of the built deck
 * @throws when the build fails; what it printed is on standard error
 */
export async function ensureBuilt(): Promise<string> {
  const outDir = join(deckRoot, 'dist')
  if (!isStale(outDir))
    return outDir
  console.error('The deck changed since it was built: building it.')
  const started = new Date()
  const printed: Buffer[] = []
  const status = await new Promise((done) => {
    const build = spawn('npm', ['run', '--silent', 'build'], { cwd: deckRoot, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] })
    build.stdout.on('data', part => printed.push(part))
    build.stderr.on('data', part => printed.push(part))
    build.on('error', error => done(error.message))
    build.on('close', done)
  })
  if (status !== 0) {
    process.stderr.write(Buffer.concat(printed))
    throw new Error(`The build failed (${status}): mend what it names above.`)
  }
  // A source saved while the build ran must count as newer than it.
  utimesSync(join(outDir, 'index.html'), started, started)
  return outDir
}
