/** The two decks that `npm run bench` sets side by side, built and packed as a web host would send them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { deckRoot } from '../deck/load'

export interface BenchDeck {
  name: 'ours' | 'stock'
  /** Entry file. */
  entry: string
  /** Folder of the build; each text has a .gz beside it. */
  dir: string
  /** Seconds. */
  buildTime: number
}

/** A plain slide: headline, three lines, one of them a click step. */
const plain = (no: number) => `# Slide number ${no} says one thing\n\n- The first line of it\n- The second line of it\n\n<p v-click>And what follows from them</p>\n`

/** @returns path of a Slidev deck as `npm init slidev` would configure it, but for fonts from another host */
function writeStock(folder: string, slides: number): string {
  mkdirSync(folder, { recursive: true })
  const entry = join(folder, 'slides.md')
  const pages = Array.from({ length: slides }, (_, i) => plain(i + 1))
  writeFileSync(entry, `---\ntheme: default\nrouterMode: hash\nfonts:\n  provider: none\n---\n\n${pages.join('\n---\n\n')}`)
  return entry
}

/**
 * @param program and its arguments, run in the deck's folder
 * @returns seconds it took
 * @throws when it fails, with what it printed
 */
export function timed(program: string, ...args: string[]): number {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: deckRoot, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`)
  return (performance.now() - started) / 1000
}

function compress(dir: string): void {
  for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (/\.(html|js|css|svg)$/.test(file))
      writeFileSync(join(dir, `${file}.gz`), gzipSync(readFileSync(join(dir, file))))
  }
}

/**
 * @param scratch an empty folder inside the project, so that packages are found
 * @param slides how many slides the stock deck gets
 */
export function buildDecks(scratch: string, slides: number): BenchDeck[] {
  const entries = { ours: join(deckRoot, 'slides.md'), stock: writeStock(join(scratch, 'stock'), slides) }
  return (['ours', 'stock'] as const).map((name) => {
    const dir = join(scratch, `${name}-built`)
    const buildTime = timed('npx', 'slidev', 'build', entries[name], '--base', './', '--out', dir)
    compress(dir)
    return { name, entry: entries[name], dir, buildTime }
  })
}
