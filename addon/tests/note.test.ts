// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { plainNote } from '../paper/note'

it('keeps every word and reading of a note, and drops what only the speaker needs', () => {
  const html = '<div class="pacing">be here at 04:30 · 65 s</div><p>Think of <ruby>百<rt>bǎi</rt></ruby>.</p><p><span class="slidev-note-click-mark" data-clicks="1"></span> The <em>first</em> key. <span class="slidev-note-click-mark" data-clicks="2"></span> Then.</p><p>Post, section 1.</p>'
  const note = document.createElement('div')
  note.innerHTML = plainNote(html)
  expect(note.textContent!.replace(/\s+/g, ' ')).toBe('Think of 百bǎi.The first key. Then.Post, section 1.')
  expect(note.querySelectorAll('rt')).toHaveLength(1)
})
