/** What any talk's text must be: sound, as long as announced, in its own words, its look in one place. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, it } from 'vitest'
import { checkDeck } from '../addon/deck/check'
import { shinglesOf } from '../scripts/shingles'
import { copied } from './support/copied'

const ignore = ['**/{node_modules,dist,out}/**', 'dist*/**']
const texts = (patterns: string[]) =>
  Object.fromEntries(globSync(patterns, { ignore }).map(path => [path, readFileSync(path, 'utf8')]))

it('has nothing wrong with it', async () => {
  expect((await checkDeck('slides.md')).map(({ says }) => says).join('\n')).toBe('')
})

it('says nothing of eight words in a row in the source’s own words', () => {
  expect(copied(texts(['**/*.{md,vue,ts,css,yaml}'])).join('\n')).toBe('')
})

it('would find such words across lines, marks and contractions', () => {
  const source = new Set(shinglesOf('It isn’t one two three four five.').map(({ hash }) => hash))
  const found = (text: string) => copied({ 'a.md': text }, source)
  expect(found('\n\nWell, it *is not*\none <b>two</b> — three.\n\n[click] Four five!'))
    .toEqual([expect.stringContaining('a.md, line 3: “it is not one two')])
  expect(found('it isn’t one two three four')).toEqual([])
})

it('takes its colours from the tokens', () => {
  const sources = texts(['{components,layouts,pages,styles}/**/*.{vue,ts,css,md}', '*.{vue,md}'])
  expect(sources['styles/tokens.css']).toBeDefined()
  delete sources['styles/tokens.css']
  const HEX = /(?<![&\w/])#(?:[\da-f]{3,4}){1,2}\b(?!;?\d)/gi
  const own = Object.entries(sources).flatMap(([path, text]) => text.match(HEX)?.map(hex => `${path}: ${hex}`) ?? [])
  expect(own).toEqual([])
})
