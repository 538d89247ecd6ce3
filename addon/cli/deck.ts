/** `deck COMMAND [ENTRY] [options]`: the one executable. A command is added in the table below. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './process'

/** Each option with what it takes, as `--help` shows it; nothing for a switch. */
type Options = Record<string, string>
type Values = Record<string, any>
type Command = [does: string, options: Options, run: (entry: string, values: Values) => Promise<unknown>]

/** What each option does, for `--help`. */
const MEANS: Record<string, string> = {
  'port': 'where to listen; 0 takes any that is free',
  'host': 'the address to listen at; 0.0.0.0 lets the whole network look',
  'open': 'opens a browser; --no-open does not',
  'last': 'presents the last good build, whatever changed since',
  'follow-links': 'serves files, too, that links on the disk lead to',
  'without-notes': 'leaves out what only the speaker sees',
  'out': 'the folder it is built into',
  'output': 'the file it is written to',
  'range': 'those slides alone, as 1,3-7',
  'dark': 'in the dark scheme',
  'with-clicks': 'a page for each step, not for each slide',
  'handout': 'writes the handout beside it',
  'paper': 'the size of the handout’s pages',
  'per-page': 'two slides on each page',
}

const paper = (kind: 'slides' | 'handout') => async (entry: string, values: Values) => {
  const { exportPaper, paperOptions } = await import('../pdf/export')
  await exportPaper(paperOptions(kind, values), undefined, entry)
}

/** By name; `run` takes the absolute path of the deck's entry file and the options given. */
const commands: Record<string, Command> = {
  'start': [
    'presents: builds the deck if need be, serves it, opens a browser',
    { 'port': '3030', 'host': '127.0.0.1', 'open': '', 'last': '', 'follow-links': '' },
    async (entry, values) => (await import('./start')).start(entry, values),
  ],
  'build': [
    'the deck as files for any static host',
    { 'without-notes': '', 'out': 'FOLDER' },
    async (entry, { 'without-notes': withoutNotes = false, out }) => {
      const { build, DIST, WITHOUT_NOTES } = await import('./build')
      const folder: string = out || (withoutNotes ? WITHOUT_NOTES : DIST)
      if (withoutNotes && folder === DIST)
        throw new Error('`deck start` expects the notes in dist: give another folder with --out, or none.')
      console.error('Building the deck …')
      await build(folder, { entry, notes: !withoutNotes })
      await (await import('./og-image')).drawPicture(entry, folder)
      console.log(`${relative('.', folder)}: the deck, ${withoutNotes ? 'without its notes' : 'notes included'}`)
    },
  ],
  'single': [
    'the whole deck as one page that opens from a disk',
    { output: 'FILE' },
    async (entry, { output }) => {
      const { exportName } = await import('../deck/load')
      const { checkWritable, writeWhole } = await import('../pdf/write')
      const target: string = output || resolve('out', `${await exportName(entry)}.html`)
      checkWritable(target)
      console.error('Building the deck as one page …')
      const built = await (await import('./build')).buildAside({ entry, single: true })
      const page = readFileSync(join(built, 'index.html'))
      await writeWhole(target, page)
      console.log(`${relative('.', target)}  ${(page.length / 1024).toFixed(0)} KB`)
    },
  ],
  'export': [
    'the slides as a tagged PDF, with --handout the handout as well',
    { 'range': '3-7', 'output': 'FILE', 'dark': '', 'with-clicks': '', 'handout': '', 'paper': 'a4|letter' },
    paper('slides'),
  ],
  'handout': [
    'each slide with its note, as a tagged PDF',
    { 'range': '3-7', 'output': 'FILE', 'paper': 'a4|letter', 'per-page': '2' },
    paper('handout'),
  ],
  'pacing': ['when to be at which slide', {}, async entry => (await import('./pacing')).pacing(entry)],
  'check': ['what is wrong, by slide and line', {}, async entry => (await import('./check')).check(entry)],
  'browser': [
    'finds a Chromium to print and test with, or gets one',
    {},
    async () => console.log((await import('./browser')).ensureBrowser()),
  ],
}

function parse(args: string[], options: Options, usage: string) {
  const config = Object.entries(options).map(([name, takes]) => [name, { type: takes ? 'string' : 'boolean' }] as const)
  try {
    return parseArgs({ args, options: Object.fromEntries(config), allowPositionals: true, allowNegative: true })
  }
  catch (error) {
    // Node's message runs on with advice: its first sentence says it.
    throw new Error(`${(error as Error).message.split(/\.(?: |$)/)[0]}. Usage: ${usage}`)
  }
}

runCommand(async () => {
  const [name = '', ...given] = process.argv.slice(2)
  if (/^(?:--help|-h|help)?$/.test(name)) {
    const table = Object.entries(commands).map(([name, [does]]) => `  ${name.padEnd(9)}  ${does}\n`).join('')
    return console.log(`deck COMMAND [ENTRY] [options]; ENTRY is slides.md unless given\n\n${table}
deck COMMAND --help shows its options.`)
  }
  if (!commands[name])
    throw new Error(`There is no command "${name}": ${Object.keys(commands).join(', ')}.`)
  const [does, options, run] = commands[name]
  const shown = Object.entries(options).map(([name, takes]) => `[${`--${name} ${takes}`.trim()}]`)
  const usage = ['deck', name, '[entry]', ...shown].join(' ')
  const meanings = Object.keys(options).map(name => `  --${name.padEnd(13)}  ${MEANS[name]}`)
  if (given.includes('--help') || given.includes('-h'))
    return console.log([usage, '', does, ...meanings].join('\n'))
  const { positionals, values } = parse(given, options, usage)
  if (positionals.length > 1)
    throw new Error(`One entry file at a time, not ${positionals.join(' and ')}. Usage: ${usage}`)
  const entry = resolve(positionals[0] ?? 'slides.md')
  if (name !== 'browser' && !existsSync(entry))
    throw new Error(`There is no ${relative('.', entry)}: run this in the deck's folder, or name its entry file.`)
  // A deck lives in its entry's folder, and so does what is made of it, unless a place is given from here.
  for (const place of ['out', 'output'])
    values[place] &&= resolve(String(values[place]))
  process.chdir(dirname(entry))
  await run(entry, values)
})
