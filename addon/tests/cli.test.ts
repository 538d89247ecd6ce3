/** The command line: each slip is answered in one line, and any deck can be named. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { stubDeck } from './support/stub-deck'

const talk = stubDeck({ 'slides.md': '# Good\n' })

it.each([
  [['exprot'], /^There is no command "exprot": start, build, .*\.$/],
  [['build', '--fast'], /^Unknown option '--fast'\. Usage: deck build .*$/],
  [['export', '--range'], /^Option '--range <value>' argument missing\. Usage: deck export .*$/],
  [['export', '--range', 'all'], /^"all" is no range of slides.*$/],
  [['handout', '--paper', 'a5'], /^There is no paper "a5".*$/],
  [['handout', '--per-page', '3'], /^--per-page takes 1 or 2, not "3"\.$/],
  [['start', '--port', '80 80'], /^--port takes a whole number up to 65535, not "80 80"\.$/],
  [['start', '--last'], /^There is no good build yet: .*$/],
  [['pacing', 'gone.md'], /^There is no gone\.md: .*$/],
  [['pacing', 'a.md', 'b.md'], /^One entry file at a time, not a\.md and b\.md\. Usage: .*$/],
  [['build', '--out', 'dist', '--without-notes'], /^`deck start` expects the notes in dist: .*$/],
])('%o ends with one line', async (args, line) => {
  const { code, err } = await talk.deck(args)
  expect([code, err.trimEnd()]).toEqual([1, expect.stringMatching(line)])
})

it('says what each command takes', async () => {
  const { code, out } = await talk.deck(['--help'])
  const names = [...out.matchAll(/^ {2}([\w-]+) {2,}\S/gm)].map(([, name]) => name!)
  expect([code, names]).toEqual([0, expect.arrayContaining(['start', 'build', 'export', 'check'])])
  const helps = await Promise.all(names.map(name => talk.deck([name, '--help'])))
  expect(helps.map(({ code, out }) => [code, out.split(/[ \n]/, 2)[1]])).toEqual(names.map(name => [0, name]))
  for (const { out } of helps)
    expect(out.match(/(?<=^ {2})--[\w-]+(?= +[a-z])/gm) ?? []).toEqual(out.match(/(?<=\[)--[\w-]+/g) ?? [])
})

it('takes an entry of any name, in any folder, and places named from here', async () => {
  talk.write('evening/talk.md', '# Evening\n')
  cpSync(join(talk.root, 'node_modules'), join(talk.root, 'evening/node_modules'), { recursive: true })
  expect(await talk.deck(['build', 'evening/talk.md', '--out', 'site'])).toMatchObject({ code: 0 })
  expect(talk.read('site/index.html')).toMatch(/^# Evening/)
})

const STRICT = 'checks: { strict: true }\n'
it.each([['', 0], [STRICT, 1]])('checks a deck, and refuses it where it asks for that: %o', async (checks, code) => {
  talk.write('slides.md', `---\n${checks}theme: none\n---\n\n# A\n\n---\n\n# B\n\n![](/gone.svg)\n`)
  const { out, err, ...ended } = await talk.deck(['check'])
  expect([ended.code, out + err]).toEqual([code,
    expect.stringMatching(/^slide 2 .*gone\.svg[^]*^Steps were not counted: mend these first\.$/m)])
})
