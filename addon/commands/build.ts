/** `npm run build`: the deck as files for any static host. */
import { relative, resolve } from 'node:path'
import { build, DIST, WITHOUT_NOTES } from '../run/build'
import { command, readArgs } from '../run/command'

const USAGE = 'npm run build -- [--without-notes] [--out FOLDER]'

command(async () => {
  const { 'without-notes': withoutNotes, out = withoutNotes ? WITHOUT_NOTES : DIST } = readArgs(USAGE, {
    'without-notes': { type: 'boolean', default: false },
    'out': { type: 'string' },
  })
  const folder = resolve(out)
  if (withoutNotes && folder === DIST)
    throw new Error('`npm start` expects the notes in dist: give another folder with --out, or none.')
  console.error('Building the deck …')
  await build(folder, { notes: !withoutNotes })
  console.log(`${relative('.', folder)}: the deck, ${withoutNotes ? 'without its notes' : 'notes included'}`)
})
