/** What goes wrong while paper is made: named in one line, and nothing lost. No deck changes that: the small one does for all. */
import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { makePaper } from '../../commands/paper'
import { deckRoot } from '../../deck/load'
import { parseOptions } from '../../pdf/options'

const dist = inject('deckDir')
const folder = mkdtempSync(join(tmpdir(), 'paper-'))
const target = join(folder, 'pages.pdf')
writeFileSync(target, 'the old file')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const make = (args: string[], dist: string) => makePaper(parseOptions('pages', ['--output', target, ...args]), dist)

describe('a fault', () => {
  /** A copy of the built deck with more style on its paper. */
  function planted(css: string): string {
    const copy = mkdtempSync(join(folder, 'dist-'))
    cpSync(dist, copy, { recursive: true })
    const sheet = readdirSync(join(copy, 'assets')).find(file => /^style-.*\.css$/.test(file))!
    appendFileSync(join(copy, 'assets', sheet), css)
    return copy
  }

  it.each([
    ['an overflow', '.slidev-page-2 h1 { position: relative; left: 700px }', /^slide 2: <h1> “.+” does not fit/],
    ['a missing picture', '.slidev-page-3 h1 { background: url(/gone.png) }', /^slide 3: <h1> “.+” lacks its picture, .*gone\.png/],
    ['a failed font', '@font-face { font-family: Gone; src: url(/gone.woff2) } .slidev-page-4 h1 { font-family: Gone, serif !important }', /^slide 4: <h1> “.+” lacks its font, Gone/],
  ])('%s is named by slide and element, and the old file stays', async (_, css, words) => {
    await expect(make([], planted(css))).rejects.toThrow(words)
    expect(readFileSync(target, 'utf8')).toBe('the old file')
  }, 30_000)

  it('an empty range is one line', async () => {
    await expect(make(['--range', '90-95'], dist)).rejects.toThrow(/^No slide lies in the range 90-95: the deck has 1 to \d+\.$/)
  }, 30_000)

  it('an export killed half-way leaves the old file and no litter', async () => {
    const place = mkdtempSync(join(folder, 'kill-'))
    const output = join(place, 'old.pdf')
    writeFileSync(output, 'the old file')
    const run = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('../../commands/export.ts', import.meta.url)), '--output', output], { cwd: deckRoot, stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise(done => run.on('exit', (code, signal) => done(code || signal)))
    await new Promise(done => run.stderr.once('data', done))
    await new Promise(done => setTimeout(done, 700))
    run.kill('SIGTERM')
    expect(await ended).toBeTruthy()
    expect([readdirSync(place), readFileSync(output, 'utf8')]).toEqual([['old.pdf'], 'the old file'])
  }, 60_000)
})

describe('the options', () => {
  it.each([
    [['--blue'], /Unknown option '--blue'/],
    [['--range', 'seven'], /"seven" is no range/],
    [['--paper', 'a5'], /Unknown option '--paper'/],
  ])('refuse %j in one line', (args, words) => {
    expect(() => parseOptions('pages', args)).toThrow(words)
    expect(() => parseOptions('pages', args)).not.toThrow(/\n/)
  })

  it('refuse a paper that there is not', () => {
    expect(() => parseOptions('handout', ['--paper', 'a5'])).toThrow(/There is no paper "a5"/)
  })
})
