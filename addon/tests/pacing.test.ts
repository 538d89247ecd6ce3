import { describe, expect, it } from 'vitest'
import { clock, countWords, paceLine, planTalk, standingLine, standingOf } from '../deck/pacing'

describe('the pacing plan', () => {
  it('counts what is said, not markers, markup or addresses', () => {
    expect(countWords('He *says* [click] one, [click:2] two.')).toBe(4)
    expect(countWords('See [the post](https://example.org/a/b) <b>now</b> <!-- later -->')).toBe(4)
    expect(countWords('讲故事 is a well-known word; it’s 3.5 long')).toBe(8)
    expect(countWords('')).toBe(0)
  })

  it('fills the announced time in proportion to the words', () => {
    const plan = planTalk(['one two three', 'one'], 120)
    expect(plan.slides).toEqual([{ words: 3, seconds: 90, start: 0 }, { words: 1, seconds: 30, start: 90 }])
    expect(paceLine(plan.slides[1]!)).toBe('be here at 01:30 · 30 s')
    expect(clock(59.6)).toBe('01:00')
  })

  it('leaves out the last line that the deck names, and counts a pause as it is', () => {
    const notes = ['one <span class="pause">6 s</span> two.\n\nSource, page 3.', 'one two.\n\nPost, page 3.']
    const plan = planTalk(notes, 66, standingLine(['Source']))
    expect(plan.slides.map(({ words, seconds }) => [words, Math.round(seconds)])).toEqual([[2, 23], [5, 43]])
  })

  it('fits within ten per cent of the duration, and no further', () => {
    const note = (words: number) => Array.from({ length: words }, () => 'word').join(' ')
    expect(planTalk([note(1300)], 600).fits).toBe(true)
    expect(planTalk([note(1430)], 600).fits).toBe(true)
    expect(planTalk([note(1431)], 600).fits).toBe(false)
    expect(planTalk([note(1169)], 600).fits).toBe(false)
    expect(planTalk([], 600)).toMatchObject({ words: 0, fits: false, slides: [] })
  })
})

describe('where a talk stands against its plan', () => {
  const pace = { start: 120, seconds: 60 }
  it.each([
    [120, 'on time'], [180, 'on time'], [189, 'on time'], [111, 'on time'],
    [192, '10 s behind'], [221, '40 s behind'], [270, '1 min 30 s behind'], [300, '2 min behind'],
    [80, '40 s ahead'], [0, '2 min ahead'],
  ])('after %i s: %s', (elapsed, says) => {
    expect(standingOf(elapsed, pace).says).toBe(says)
  })
})
