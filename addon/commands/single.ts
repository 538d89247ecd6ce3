/** Writes the whole deck as one page that opens from a disk, out/NAME.html, its name the headmatter's `exportFilename`. */
import { readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { deckRoot, exportName } from '../deck/load'
import { checkWritable, writeWhole } from '../pdf/write'
import { buildBeside } from '../run/build'
import { command, readArgs } from '../run/command'

command(async () => {
  readArgs('npm run build:single', {})
  const target = join(deckRoot, 'out', `${await exportName()}.html`)
  checkWritable(target)
  console.error('Building the deck as one page …')
  const built = await buildBeside(target, { single: true })
  const page = readFileSync(join(built, 'index.html'))
  rmSync(built, { recursive: true })
  await writeWhole(target, page)
  console.log(`${relative('.', target)}  ${(page.length / 1024).toFixed(0)} KB`)
})
