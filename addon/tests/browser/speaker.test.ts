/** One window and the person before it: keys, addresses, headlines, notes, and what is seen and heard. */
import axe from 'axe-core'
import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { keys } from '../../client/keys'
import { deck, open, press, says, shows } from '../support/windows'

const PHONE = { viewport: { width: 390, height: 844 } }

/** What only those who mean it get: full screen, dark slides, overview, a dark screen. */
const changed = (page: Page) => page.evaluate(() => [
  document.fullscreenElement !== null,
  document.documentElement.classList.contains('dark'),
  document.querySelector('.z-modal .border-primary') !== null,
  document.querySelector('.screen-dark') !== null,
])

it('opens and works alone where storage and channels are blocked, and tells the presenter', async () => {
  const context = await deck()
  await context.addInitScript(() => {
    const get = () => { throw new DOMException('Blocked', 'SecurityError') }
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { configurable: true, get })
    window.BroadcastChannel = class { constructor() { get() } } as never
  })
  for (const path of ['#/1', '#/presenter/1']) {
    const page = await open(context, path)
    await press(page, 'ArrowRight')
    await shows(page, 2)
  }
  await says(context.pages()[1]!, '.trouble', /^Windows cannot follow/)
  const reader = await open(context, '#/read')
  await reader.getByText('Said of one.').waitFor()
})

it('tells the drawn headline as text: in the title, to a screen reader, in the list to go to', async () => {
  const page = await open(await deck(), '#/1')
  for (const [no, name] of [[2, 'Two code, marks and a link'], [3, '2026'], [4, 'Underlined'], [5, 'By tag']] as const) {
    await press(page, 'ArrowDown')
    await says(page, '.announcer', new RegExp(`^${name}\\. Slide ${no} of 5\\.$`))
    await says(page, 'head > title', new RegExp(`^${name} · Windows$`))
    await press(page, 'g')
    await page.locator('#slidev-goto-input').fill(String(no))
    await says(page, '.autocomplete-list li:first-child', new RegExp(name))
    await press(page, 'Escape')
    await page.locator('#slidev-goto-input:focus').waitFor({ state: 'detached' })
  }
})

it('says what a step shows, and shows and hides no more than Slidev', async () => {
  const page = await open(await deck(), '#/2')
  await shows(page, 2)
  const looks = () => page.evaluate(() => [...document.querySelectorAll('.slidev-page-2 p')].map((p) => {
    const { opacity, visibility } = getComputedStyle(p)
    return `${opacity} ${visibility}`
  }))
  expect(await looks()).toEqual(['0.5 visible', '0 hidden', '0.2 visible'])
  await press(page, 'ArrowRight', 'ArrowRight')
  await says(page, '.announcer', /^Step 2 of 2\. unseen$/)
})

it('shows pauses in notes, keeps the current passage in view, and lifts no paler words than its own', async () => {
  const context = await deck({ viewport: { width: 900, height: 500 } })
  await context.addInitScript(() => localStorage.setItem('slidev-presenter-font-size', '2'))
  const page = await open(context, '#/presenter/2')
  const passage = (no: number) => page.waitForFunction((no) => {
    const note = document.querySelector('.grid-section.note .slidev-note')!
    const { top, bottom } = note.getBoundingClientRect()
    const mark = note.querySelector(`.slidev-note-click-mark-active[data-clicks="${no}"]`)?.getBoundingClientRect()
    return note.scrollHeight > note.clientHeight && (mark ? mark.top >= top && mark.bottom <= bottom : !no && note.scrollTop === 0)
  }, no)
  for (const [key, no] of [['Tab', 0], ['ArrowRight', 1], ['ArrowRight', 2], ['ArrowLeft', 1], ['ArrowLeft', 0]] as const) {
    await press(page, key)
    await passage(no)
  }
  const seen = await page.evaluate(() => {
    const style = (selector: string, pseudo?: string) => getComputedStyle(document.querySelector(selector)!, pseudo)
    return [style('.slidev-note .pause', '::before').content, style('.grid-section.main [op50]').opacity, style('#slide-content .op20').opacity]
  })
  expect(seen).toEqual(['"pause "', '0.75', '0.2'])
  const [note, slide] = await Promise.all(['.note', '.main'].map(part => page.locator(`.grid-section${part}`).boundingBox()))
  expect(note!.width).toBeCloseTo(360, -1)
  expect(slide!.width).toBeGreaterThan(500)
})

it('lists every key, and the keys do it, but not those held with Ctrl, Alt or Meta', async () => {
  const page = await open(await deck(), '#/2')
  await press(page, '?')
  const sheet = page.locator('dialog.key-sheet')
  expect((await sheet.locator('dd').allInnerTexts()).map(text => text.replace(', in the presenter', ''))).toEqual(keys.map(key => key.does))
  await press(page, 'ArrowRight', 'Home', 'End', 'b', '?')
  await sheet.waitFor({ state: 'detached' })
  await shows(page, 2)
  for (const modifier of ['Control', 'Alt', 'Meta']) {
    await press(page, ...['ArrowRight', 'End', 'f', 'd', 'o', 'g', 'b'].map(key => `${modifier}+${key}`))
    // Let go of the modifier first, as hands do.
    await page.keyboard.down(modifier)
    await page.keyboard.down('d')
    await page.keyboard.up(modifier)
    await page.keyboard.up('d')
    expect(await changed(page), modifier).toEqual([false, false, false, false])
    await shows(page, 2)
  }
  for (const [key, no] of [['End', 5], ['Home', 1], ['PageDown', 2], ['PageUp', 1]] as const) {
    await press(page, key)
    await shows(page, no)
  }
  await press(page, '4', 'Enter')
  await shows(page, 4)
  await press(page, '9', '9', 'Enter')
  await says(page, '.notice', /^There is no slide 99: this deck has 1 to 5\.$/)
  await press(page, 'l')
  await page.waitForFunction(() => localStorage.getItem('slidev-cursor-style') === 'laser')
})

it('opens the overview where the talk is, and holds still behind it', async () => {
  const page = await open(await deck(), '#/5')
  await press(page, 'o')
  const inView = () => page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('.z-modal .border-primary')?.getBoundingClientRect() ?? { top: -1, bottom: 0 }
    return top >= 0 && bottom <= innerHeight
  })
  await inView()
  await press(page, 'Space', 'PageUp', 'Home', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await inView()
  await press(page, 'Escape')
  await shows(page, 5)
})

it('keeps the talk’s keys after a click on a button, and Space for a button reached by Tab', async () => {
  const page = await open(await deck(), '#/presenter/2')
  const button = page.getByTitle('Toggle Presenter Layout')
  await button.click()
  await press(page, 'Home')
  await shows(page, 1)
  await press(page, 'Space')
  await shows(page, 2)
  await button.focus()
  await press(page, 'Space')
  await says(page, '[title="Toggle Presenter Layout"]', /3$/)
  await press(page, 'ArrowDown')
  await shows(page, 3)
})

it('mends addresses that name no slide or step', async () => {
  const page = await open(await deck(), '#/5')
  for (const [asked, to] of [
    ['#/99', '#/5'], ['#/0', '#/1'], ['#/abc', '#/1'], ['#/2.4', '#/2'], ['#/presenter/99', '#/presenter/5'], ['#/2?clicks=-1', '#/2'], ['#/2?clicks=abc', '#/2'],
  ] as const) {
    await page.evaluate(asked => location.hash = asked, asked)
    await page.waitForFunction(to => location.hash === to, to)
    await page.goto('about:blank')
    await open(page.context(), asked, page)
    await page.waitForFunction(to => location.hash === to, to)
    await shows(page, Number(to.match(/\d/)![0]))
  }
})

it('goes by number past an alias that is a page’s, a number or another slide’s', async () => {
  const page = await open(await deck(), '#/1')
  for (const no of [2, 3, 4, 5]) {
    await press(page, 'ArrowDown')
    await page.waitForFunction(no => document.querySelector('#slide-content .slidev-page:not([style*="display: none"])')?.getAttribute('data-slidev-no') === no, String(no))
  }
  expect(await page.evaluate(() => location.hash)).toBe('#/5')
})

it('gives the presenter on a phone the slide in its own proportions, the whole note and large buttons', async () => {
  const page = await open(await deck({ ...PHONE, hasTouch: true, isMobile: true }), '#/presenter/2')
  const box = async (selector: string) => (await page.locator(selector).boundingBox())!
  await page.locator('.time-status').waitFor()
  const slide = await box('.grid-section.main .slidev-slide-container')
  expect(slide.width / slide.height).toBeCloseTo(4 / 3, 1)
  expect((await box('.slidev-note')).height).toBeGreaterThan(844 * 0.3)
  expect((await box('[title="Go to next slide"]')).width).toBeGreaterThan(100)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

it.each(['light', 'dark'] as const)('axe finds nothing around the slides, in %s', async (colorScheme) => {
  const context = await deck({ colorScheme })
  for (const path of ['#/2', '#/presenter/2', '#/overview']) {
    const page = await open(context, path)
    await page.locator('.slidev-slide-container').first().waitFor()
    await page.evaluate(axe.source)
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['.slidev-slide-content'] }, { resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)
    })
    // The overview's count of slides and words stands outside every landmark: Slidev's.
    expect(found.filter(says => !(path === '#/overview' && says.startsWith('region'))), path).toEqual([])
  }
})
