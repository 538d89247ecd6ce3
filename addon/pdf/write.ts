/** Writing a file so that there is always either the old one or the new one, whole. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { removeAtExit } from '../cli/process'

/** Where a file is written to before it takes its place. */
const partOf = (path: string) => join(dirname(path), `.${basename(path)}.${process.pid}.part`)

function cannotWrite(path: string, why: string): never {
  throw new Error(`Cannot write ${path}: ${why}. Free the place, or give another with --output.`)
}

/** Called before the work, so that it is not done in vain. @throws when the file cannot be put there, in one line */
export function checkWritable(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    // Rights alone do not say it: a system's own folders let nobody in, root neither.
    writeFileSync(partOf(path), '')
    rmSync(partOf(path))
  }
  catch (error) {
    cannotWrite(path, (error as NodeJS.ErrnoException).code!)
  }
  statSync(path, { throwIfNoEntry: false })?.isDirectory() && cannotWrite(path, 'it is a folder')
}

/** @throws when there is no room or no right to write, in one line; the old file then stays */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  removeAtExit(partOf(path))
  await writeFile(partOf(path), bytes, { flush: true })
    .then(() => rename(partOf(path), path))
    .catch(({ code }) => cannotWrite(path, code))
}
