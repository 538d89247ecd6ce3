import { describe, expect, it } from 'vitest'
import { apart, contrast, everyVision } from '../addon/tests/support/colour'
import { texts } from '../addon/tests/support/files'

type Tokens = Record<string, string>

const hues = ['talent', 'people', 'systems', 'diversity']
const inks = ['ink', 'quiet', ...hues]
const marks = ['line']
const grounds = ['paper', 'wash']

/** The custom properties of a rule's block that hold a colour. */
function colours(css: string, selector: string): Tokens {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[\da-f]+)/gi)].map(found => [found[1]!, found[2]!]))
}

/** Pairs below their contrast: text 7:1 (WCAG 2.2, 1.4.6), other marks 4.5:1 (stricter than 1.4.11's 3:1). */
function faint(tokens: Tokens): string[] {
  return [...inks.map(ink => [ink, 7] as const), ...marks.map(mark => [mark, 4.5] as const)].flatMap(([name, least]) => grounds
    .map(ground => ({ ground, ratio: contrast(tokens[name]!, tokens[ground]!) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ ground, ratio }) => `${name} on ${ground}: ${ratio.toFixed(2)} of ${least}`))
}

/** Pairs of hues that look alike: 0.08 in OKLab is about four just-noticeable steps. */
function alike(tokens: Tokens): string[] {
  return everyVision.flatMap(vision => hues.flatMap((a, i) => hues.slice(i + 1)
    .map(b => ({ b, distance: apart(tokens[a]!, tokens[b]!, vision) }))
    .filter(({ distance }) => distance < 0.08)
    .map(({ b, distance }) => `${a} and ${b}, ${vision}: ${distance.toFixed(3)} of 0.08`)))
}

const css = (await texts(['styles/tokens.css']))['styles/tokens.css']!
const light = colours(css, ':root,\n.dark .on-ink')
const dark = colours(css, '.dark,\n.on-ink')

describe.each([['light', light], ['dark', dark]])('the %s scheme', (_, tokens) => {
  it('is complete', () => {
    expect(Object.keys(tokens).sort()).toEqual([...inks, ...marks, ...grounds].sort())
  })
  it('sets text at 7:1 and other marks at 4.5:1', () => expect(faint(tokens)).toEqual([]))
  it('keeps the four hues apart in every vision', () => expect(alike(tokens)).toEqual([]))
})

describe('the arithmetic', () => {
  it('knows the ends of the scales', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(apart('#000000', '#ffffff')).toBeCloseTo(1, 3)
    expect(() => contrast('#fff', '#000000')).toThrow('"#fff" is no colour')
  })

  it('finds a faint text, a faint mark, and two hues that a deuteranope confuses', () => {
    const clear = Object.fromEntries([...inks, ...marks].map(name => [name, '#111111']))
    expect(faint({ paper: '#fbf9f3', wash: '#f6f3ea', ...clear, quiet: '#777777', line: '#999999' })).toEqual([
      'quiet on paper: 4.25 of 7',
      'quiet on wash: 4.04 of 7',
      expect.stringMatching(/^line on paper: 2\.\d\d of 4\.5/),
      expect.stringMatching(/^line on wash: 2\.\d\d of 4\.5/),
    ])
    expect(alike({ ...light, talent: '#8a4a12', people: '#4f5d10' })).toContainEqual(expect.stringContaining('talent and people, deuteranopia'))
  })
})
