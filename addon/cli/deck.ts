/** `deck COMMAND [ENTRY] [options]`: the one executable. A command is added in the table below. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { runCommand } from './process'

interface Command {
  /** In a few words, for `deck --help`. */
  does: string
  /** Its options, as `deck COMMAND --help` shows them. */
  usage?: string
  options?: NonNullable<ParseArgsConfig['options']>
  /**
   * @param entry absolute path of the deck's entry file
   * @param values the options given
   */
  run: (entry: string, values: Record<string, any>) => Promise<unknown>
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

async function printPaper(kind: 'slides' | 'handout', entry: string, values: Record<string, any>): Promise<void> {
  const { exportName } = await import('../deck/load')
  const { paperOptions } = await import('../pdf/options')
  const options = paperOptions(kind, values, await exportName(entry))
  await (await import('../pdf/export')).exportPaper(options, undefined, entry)
}

const commands: Record<string, Command> = {
  'start': {
    does: 'presents: builds the deck if need be, serves it, opens a browser',
    usage: '[--port 3030] [--host 127.0.0.1] [--open | --no-open] [--last] [--follow-links]',
    options: { 'port': text, 'host': text, 'open': flag, 'last': flag, 'follow-links': flag },
    run: async (entry, values) => (await import('./start')).start(entry, values),
  },
  'build': {
    does: 'the deck as files for any static host',
    usage: '[--without-notes] [--out FOLDER]',
    options: { 'without-notes': flag, 'out': text },
    run: async (entry, { 'without-notes': withoutNotes = false, out }) => {
      const { build, DIST, WITHOUT_NOTES } = await import('./build')
      const folder: string = out || (withoutNotes ? WITHOUT_NOTES : DIST)
      if (withoutNotes && folder === DIST)
        throw new Error('`deck start` expects the notes in dist: give another folder with --out, or none.')
      console.error('Building the deck …')
      await build(folder, { entry, notes: !withoutNotes })
      await (await import('./og-image')).drawPicture(entry, folder)
      console.log(`${relative('.', folder)}: the deck, ${withoutNotes ? 'without its notes' : 'notes included'}`)
    },
  },
  'single': {
    does: 'the whole deck as one page that opens from a disk',
    usage: '[--output FILE]',
    options: { output: text },
    run: async (entry, { output }) => {
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
  },
  'export': {
    does: 'the slides as a tagged PDF, with --handout the handout as well',
    usage: '[--dark] [--with-clicks] [--handout] [--paper a4|letter] [--range 3-7] [--output FILE]',
    options: { 'range': text, 'output': text, 'dark': flag, 'with-clicks': flag, 'handout': flag, 'paper': text },
    run: (entry, values) => printPaper('slides', entry, values),
  },
  'handout': {
    does: 'each slide with its note, as a tagged PDF',
    usage: '[--paper a4|letter] [--per-page 2] [--range 3-7] [--output FILE]',
    options: { 'range': text, 'output': text, 'paper': text, 'per-page': text },
    run: (entry, values) => printPaper('handout', entry, values),
  },
  'pacing': {
    does: 'when to be at which slide',
    run: async entry => (await import('./pacing')).pacing(entry),
  },
  'check': {
    does: 'what is wrong with the deck, by slide and line',
    run: async entry => (await import('./check')).check(entry),
  },
  'bench': {
    does: 'measures the deck beside a stock Slidev deck of as many slides',
    run: async entry => (await import('./bench')).bench(entry),
  },
  'fonts': {
    does: 'cuts the packaged fonts to the characters in use',
    run: async () => (await import('./fonts')).fonts(),
  },
  'browser': {
    does: 'finds a Chromium to print and test with, or gets one',
    run: async () => console.log(await (await import('./browser')).ensureBrowser()),
  },
}

const overview = () => ['deck COMMAND [ENTRY] [options]; ENTRY is slides.md unless given', '',
  ...Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(9)}  ${does}`),
  '', 'deck COMMAND --help shows its options.'].join('\n')

runCommand(async () => {
  const [name = '', ...given] = process.argv.slice(2)
  if (/^(?:--help|-h|help)?$/.test(name))
    return console.log(overview())
  const command = commands[name]
  if (!command)
    throw new Error(`There is no command "${name}": ${Object.keys(commands).join(', ')}.`)
  const usage = `deck ${name} [entry] ${command.usage ?? ''}`.trim()
  if (given.includes('--help') || given.includes('-h'))
    return console.log(`${usage}\n\n${command.does}`)
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: given, options: command.options ?? {}, allowPositionals: true, allowNegative: true })
  }
  catch (error) {
    // Node's message runs on with advice: its first sentence says it.
    throw new Error(`${(error as Error).message.split(/\.(?: |$)/)[0]}. Usage: ${usage}`)
  }
  const [first, ...more] = parsed.positionals
  if (more.length)
    throw new Error(`One entry file at a time, not ${parsed.positionals.join(' and ')}. Usage: ${usage}`)
  const entry = resolve(first ?? 'slides.md')
  if (name !== 'browser' && name !== 'fonts' && !existsSync(entry))
    throw new Error(`There is no ${relative('.', entry)}: run this in the deck's folder, or name its entry file.`)
  // A deck lives in its entry's folder, and so does what is made of it, unless a place is given from here.
  const values = Object.fromEntries(Object.entries(parsed.values).map(([name, value]) =>
    [name, /^out/.test(name) && value ? resolve(String(value)) : value]))
  process.chdir(dirname(entry))
  await command.run(entry, values)
})
