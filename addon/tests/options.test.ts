/** What may be asked of `npm run export` and `npm run handout`, and what is refused. */
import { expect, it } from 'vitest'
import { parseOptions } from '../pdf/options'

it.each([
  ['pages', ['--blue'], /^Unknown option '--blue'\. Usage: npm run export/],
  ['pages', ['--range', 'seven'], /^"seven" is no range/],
  ['pages', ['--range', ''], /^"" is no range/],
  ['pages', ['--paper', 'a5'], /^Unknown option '--paper'/],
  ['pages', ['--output', ''], /^--output needs a file/],
  ['handout', ['--paper', 'a5'], /^There is no paper "a5"/],
  ['handout', ['--per-page', '3'], /^--per-page takes 1 or 2, not "3"\. Usage: npm run handout/],
  ['handout', ['--per-page', ''], /^--per-page takes 1 or 2, not ""/],
  ['handout', ['--dark'], /^Unknown option '--dark'/],
] as const)('%s %j is refused in one line', (kind, args, words) => {
  expect(() => parseOptions(kind, [...args])).toThrow(words)
  expect(() => parseOptions(kind, [...args])).not.toThrow(/\n/)
})

it('what is asked is taken, and the rest has a default', () => {
  expect(parseOptions('handout', ['--per-page', '2', '--range', '3-7'], 'talk')).toMatchObject({ perPage: 2, range: '3-7', paper: 'a4', output: expect.stringMatching(/out\/talk-handout\.pdf$/) })
  expect(parseOptions('pages', ['--dark'], 'talk')).toMatchObject({ dark: true, withClicks: false, range: undefined, perPage: 1 })
})
