/** A file put beside a built deck is named in the deck's page: the reading page links to what is there, and asks for nothing. */
import { existsSync, statSync, utimesSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { BESIDE } from '../deck/beside'
import { writeWhole } from './write'

const META = new RegExp(`(<meta name="${BESIDE}" content=")([^"]*)(")`)

/**
 * @param html a built deck's page, or any other: that stays as it is
 * @param file the name of a file beside it
 */
export function naming(html: string, file: string): string {
  return html.replace(META, (_, before, names: string, after) =>
    before + [...new Set([...names.split(' ').filter(Boolean), encodeURIComponent(file)])].join(' ') + after)
}

/** @param file absolute path of a PDF that has just been written */
export async function nameBeside(file: string): Promise<void> {
  const page = join(dirname(file), 'index.html')
  if (!existsSync(page))
    return
  const [html, { atime, mtime }] = [await readFile(page, 'utf8'), statSync(page)]
  const named = naming(html, basename(file))
  if (named === html)
    return
  await writeWhole(page, Buffer.from(named))
  // By its time `npm start` sees whether the deck has changed since it was built.
  utimesSync(page, atime, mtime)
}
