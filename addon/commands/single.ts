/** Writes the whole deck as one page that opens from a disk, out/NAME.html, its name the headmatter's `exportFilename`. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { deckRoot, exportName } from '../deck/load'

const out = join(deckRoot, 'out')
const target = join(out, `${await exportName()}.html`)

mkdirSync(out, { recursive: true })
const built = mkdtempSync(join(out, 'single-'))
try {
  const { status } = spawnSync('npx', ['slidev', 'build', '--base', './', '--out', built], {
    cwd: deckRoot,
    env: { ...process.env, DECK_SINGLE: '1' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0)
    throw new Error(`The build failed (${status}): mend what it names above. ${target} is as it was.`)
  // Beside the old file first, then in its place in one step.
  cpSync(join(built, 'index.html'), `${target}.new`)
  renameSync(`${target}.new`, target)
  console.log(`${target}  ${(statSync(target).size / 1024).toFixed(0)} KB`)
}
catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
finally {
  rmSync(built, { recursive: true, force: true })
}
