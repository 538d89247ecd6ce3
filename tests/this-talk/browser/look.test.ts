/** Each fault that a slide can show, planted once on the last slide: what looks at slides must see it. */
import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { loadDeck } from '../../../addon/deck/load'
import { openDeck, visit } from '../../../addon/tests/support/page'
import { pageScript } from '../../support/look'

const no = (await loadDeck()).slides.length
let page: Page

beforeAll(async () => {
  page = await openDeck(`${inject('deckUrl')}#/${no}`)
  await page.evaluate(pageScript)
  await visit(page, no)
})
afterAll(() => page?.context().close())

const at = (style: string, inner = 'Some words') => `<p style="position:absolute; margin:0; ${style}">${inner}</p>`
const text = (style: string, inner?: string) =>
  at(`left: 600px; top: 300px; font-size: var(--size-text); ${style}`, inner)
const figure = (inner: string, more = 'role="img" aria-label="A picture that says in words what it shows."') =>
  `<svg ${more} viewBox="0 0 100 50" style="position:absolute; left:600px; top:200px; width:100px; overflow:visible">
    ${inner}</svg>`

it('sees nothing on a slide without a fault', async () => {
  expect(await page.evaluate(no => [...deckLook.look(no).faults, ...deckLook.contrast(no)], no)).toEqual([])
})

it.each([
  ['words over the edge', text('left: 960px; width: 200px'), /px over the edge of the slide/],
  ['a shape over the edge', figure('<rect x="350" width="90" height="9"/>'), /rect: \d+ px over the edge of the slide/],
  ['words over a figure’s edge', figure('<text x="80" y="30" font-size="20">words</text>'), /the edge of its figure/],
  ['words on words', text('width: 200px') + text('margin: 4px'), /lies on/],
  ['a size of its own', text('font-size: 23px'), /23.0 px; type has/],
  ['words on the foot', text('top: 490px'), /px above the foot/],
  ['a second headline', '<h1 style="position:absolute; top:200px">Two</h1>', /2 level-1 headlines/],
  ['a picture without words', figure('<rect width="9" height="9"/>', ''), /a text alternative of 0 letters/],
  ['Chinese without its language', text('', '百'), /Chinese without a lang/],
  ['motion', '<i id="moves">x</i>', /moves although reduced motion/],
  ['faint words', text('color: #999'), /2\.\d+:1; text has 7:1/],
])('sees %s', async (_, html, says) => {
  const found = await page.evaluate(([no, html]) => {
    const canvas = document.querySelector(`#slide-content .slidev-page-${no} .slidev-layout`)!
    const planted = canvas.appendChild(Object.assign(document.createElement('div'), { innerHTML: html }))
    planted.querySelector('#moves')?.animate([{ opacity: 0.9 }, { opacity: 1 }], { duration: 1e6, iterations: 2 })
    const found = [...deckLook.look(no).faults, ...deckLook.contrast(no)]
    planted.remove()
    return found
  }, [no, html] as const)
  expect(found).toEqual(expect.arrayContaining([expect.stringMatching(says)]))
})

it('sees a headline of three lines and a picture that is not there', async () => {
  const found = await page.evaluate(async (no) => {
    const slide = document.querySelector(`#slide-content .slidev-page-${no} .slidev-layout`)!
    slide.querySelector('h1')!.textContent = 'A headline of too many words. '.repeat(5)
    const picture = slide.appendChild(Object.assign(new Image(), { alt: 'gone' }))
    await new Promise(done => Object.assign(picture, { onerror: done, src: 'data:image/png,none' }))
    return deckLook.look(no).faults
  }, no)
  expect(found).toEqual(expect.arrayContaining([
    expect.stringMatching(/the headline has \d lines/), expect.stringMatching(/the picture did not load/),
  ]))
})
