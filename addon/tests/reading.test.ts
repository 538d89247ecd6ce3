// @vitest-environment happy-dom
/** The reading page's pure parts: notes split at their steps, a figure's frame and links. */
import { describe, expect, it } from 'vitest'
import { naming } from '../pdf/beside'
import { around } from '../read/frame'
import { linksOf } from '../read/links'
import { openerOf, partsOf, slideBy } from '../read/parts'
import { essayOf } from '../read/passages'

const mark = (no: number) => `<span class="slidev-note-click-mark" data-clicks="${no}"></span>`

describe('a note', () => {
  it('is split where the slide steps on, tags kept whole, its last line apart', () => {
    const note = `<div class="pacing">be here</div><p>Think of a <em>door. ${mark(1)} The first</em> key.</p><p>${mark(2)} The second.</p><p>Then more.</p><p>Post, section 1.</p>`
    expect(essayOf(note)).toEqual({
      passages: [
        { step: 0, html: '<p>Think of a <em>door. </em></p>' },
        { step: 1, html: '<p><em> The first</em> key.</p>' },
        { step: 2, html: '<p>The second.</p><p>Then more.</p>' },
      ],
      standing: 'Post, section 1.',
    })
  })

  it('without steps is one passage beside the slide as it ends', () => {
    expect(essayOf('<p>All of it.</p>')).toEqual({ passages: [{ step: Infinity, html: '<p>All of it.</p>' }], standing: undefined })
    expect(essayOf('').passages).toEqual([])
  })
})

it('a frame holds all that it goes around', () => {
  expect(around([{ left: 10, top: 20, right: 30, bottom: 40 }, { left: 0, top: 25, right: 20, bottom: 60 }])).toEqual({ left: 0, top: 20, right: 30, bottom: 60 })
  expect(around([])).toBeUndefined()
})

it('links are given once, with the words of their line and an address to copy by hand', () => {
  const slide = document.createElement('div')
  slide.innerHTML = '<p><a href="https://www.a.example/b/"><span lang="zh-Hans">书</span></a> <span class="about">A book</span></p><p><a href="#/3">inside</a></p><p>Two: <a href="https://c.example">c</a> and <a href="https://d.example">d</a></p><p><a href="https://e.example/f">e.example/f</a></p>'
  expect(linksOf([slide, slide])).toEqual([
    { address: 'https://www.a.example/b/', shown: 'a.example/b', html: '<span lang="zh-Hans">书</span> A book' },
    { address: 'https://c.example', shown: 'c.example', html: 'c' },
    { address: 'https://d.example', shown: 'd.example', html: 'd' },
    { address: 'https://e.example/f', shown: 'e.example/f', html: '' },
  ])
})

it('the deck falls into runs of slides of one section, and is found by number or alias', () => {
  const slide = (no: number, section: string, routeAlias?: string) => ({ no, meta: { slide: { frontmatter: { section, routeAlias } } } }) as never
  const slides = [slide(2, 'a'), slide(3, 'a'), slide(4, 'b', 'end')]
  const sections = [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }]
  expect(partsOf(slides, sections).map(part => [part.section!.name, part.slides.length])).toEqual([['A', 2], ['B', 1]])
  expect([slideBy('3', slides), slideBy('end', slides), slideBy('9', slides)]).toEqual([slides[1], slides[2], undefined])
})

it('a slide that says its section’s name and no more opens it', () => {
  const slide = (title: string) => ({ meta: { slide: { title } } }) as never
  const [opener, other] = [slide('<em>Drift</em>'), slide('Drift decides')]
  const section = { id: 'drift', name: 'Drift' }
  expect([openerOf({ section, slides: [opener, other] }), openerOf({ section, slides: [other, opener] }), openerOf({ slides: [opener] })]).toEqual([opener, undefined, undefined])
})

it('a PDF beside the deck is named in its page once, and any other page stays as it is', () => {
  const page = '<title>A</title><meta name="deck-files" content="">'
  const named = naming(naming(naming(page, 'a talk.pdf'), 'b.pdf'), 'b.pdf')
  expect(named).toBe('<title>A</title><meta name="deck-files" content="a%20talk.pdf b.pdf">')
  expect(naming('<title>Other</title>', 'b.pdf')).toBe('<title>Other</title>')
})
