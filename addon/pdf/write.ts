/** Writing a file so that there is always either the old one or the new one, whole. */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { removeAtExit } from '../cli/process'

/** Where a file is written to before it takes its place. */
const partOf = (path: string) => join(dirname(path), `.${basename(path)}.${process.pid}.part`)

const cannotWrite = (path: string, error: unknown) =>
  new Error(`Cannot write ${path}: ${(error as { code: string }).code}. Free the place, or give another with --output.`)

/** One folder after the other: Node 20's own `recursive` never returns where none can be made, as below /proc. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return
  makeFolder(dirname(path))
  mkdirSync(path)
}

/** Called before the work, so that it is not done in vain. @throws when the file cannot be put there, in one line */
export function checkWritable(path: string): void {
  try {
    makeFolder(dirname(path))
    // Rights alone do not say it: a system's own folders let nobody in, root neither.
    writeFileSync(partOf(path), '')
    rmSync(partOf(path))
  }
  catch (error) {
    throw cannotWrite(path, error)
  }
  if (existsSync(path) && statSync(path).isDirectory())
    throw new Error(`Cannot write ${path}: it is a folder. Give a file with --output.`)
}

/** @throws when there is no room or no right to write, in one line; the old file then stays */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = partOf(path)
  const gone = removeAtExit(part)
  try {
    const file = await open(part, 'w')
    await file.writeFile(bytes).then(() => file.sync()).finally(() => file.close())
    await rename(part, path)
  }
  catch (error) {
    rmSync(part, { force: true })
    throw cannotWrite(path, error)
  }
  finally {
    gone()
  }
}
