/** What goes wrong while paper is made: named in one line, and nothing lost. No deck changes that: the small one does for all. */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { makePaper } from '../../commands/paper'
import { deckRoot } from '../../deck/load'
import { parseOptions } from '../../pdf/options'
import { place, run } from '../support/command'

const dist = inject('deckDir')
const folder = mkdtempSync(join(tmpdir(), 'paper-'))
const target = join(folder, 'pages.pdf')
writeFileSync(target, 'the old file')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

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
    await expect(makePaper(parseOptions('pages', ['--output', target]), planted(css))).rejects.toThrow(words)
    expect(readFileSync(target, 'utf8')).toBe('the old file')
  }, 30_000)

  it('a layout without its class is named, and nothing waits for it', async () => {
    const copy = planted('')
    for (const file of readdirSync(join(copy, 'assets')).filter(name => name.endsWith('.js')).map(name => join(copy, 'assets', name)))
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('slidev-layout cover', 'cover'))
    await expect(makePaper(parseOptions('pages', ['--output', target]), copy)).rejects.toThrow(/^slide 1: its layout does not show\. Give /m)
  }, 60_000)

  it.each(['pages', 'handout'] as const)('an empty range of %s is one line', async (kind) => {
    await expect(makePaper(parseOptions(kind, ['--output', target, '--range', '90-95']), dist)).rejects.toThrow(/^No slide lies in the range 90-95: the deck has 1 to \d+\.$/)
  }, 30_000)

  it('an export ends by itself where there is no browser, and when it is killed: the old file stays, and no litter', async () => {
    const { dir, output } = place(folder)
    writeFileSync(output, 'the old file')
    const { code, said } = await run('export', ['--output', output], { cwd: deckRoot, env: { CHROMIUM_PATH: '/nope' } })
    expect([code, said.at(-1)]).toEqual([1, 'CHROMIUM_PATH names no file: /nope. Correct or unset it.'])
    const killed = await run('export', ['--output', output], { cwd: deckRoot, meanwhile: (child, printed) => printed && setTimeout(() => child.kill('SIGTERM'), 700) })
    expect(killed.code).toBe(143)
    expect([readdirSync(dir).sort(), readFileSync(output, 'utf8')]).toEqual([['old.pdf', 'tmp'], 'the old file'])
  }, 60_000)
})
