/** One window and the person before it: keys, addresses, headlines, notes, and what is seen and heard. */
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { keys } from '../../client/keys'
import { blockStorage, deck, open, press, says, shows } from '../support/windows'

it('opens and works alone where storage and channels are blocked, and tells the presenter', async () => {
  const context = await deck()
  await blockStorage(context)
  await context.addInitScript(() => {
    window.BroadcastChannel = class { constructor() { throw new DOMException('Blocked', 'SecurityError') } } as never
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

it('tells the drawn headline as text, past unusable aliases: in title, announcement, list to go to', async () => {
  const page = await open(await deck(), '#/1')
  for (const [i, name] of ['Two code, marks and a link', '2026', 'Underlined', 'By tag'].entries()) {
    await press(page, 'ArrowDown')
    await shows(page, i + 2)
    await says(page, '.announcer', new RegExp(`^${name}\\. Slide ${i + 2} of 5\\.$`))
    await says(page, 'head > title', new RegExp(`^${name} · Windows$`))
    await press(page, 'g')
    await page.locator('#slidev-goto-input').fill(String(i + 2))
    await says(page, '.autocomplete-list li:first-child', new RegExp(name))
    await press(page, 'Escape')
    await page.locator('#slidev-goto-input:focus').waitFor({ state: 'detached' })
  }
  expect(await page.evaluate(() => location.hash)).toBe('#/5')
})

it('says what a step shows, and shows and hides no more than Slidev', async () => {
  const page = await open(await deck(), '#/2')
  await shows(page, 2)
  const looks = await page.locator('.slidev-page-2 p').evaluateAll(texts => texts.map((text) => {
    const { opacity, visibility } = getComputedStyle(text)
    return `${opacity} ${visibility}`
  }))
  expect(looks).toEqual(['0.5 visible', '0 hidden', '0.2 visible'])
  await press(page, 'ArrowRight', 'ArrowRight')
  await says(page, '.announcer', /^Step 2 of 2\. unseen$/)
})

it('shows pauses in notes, keeps the current passage in view, and lifts no paler words than its own', async () => {
  const context = await deck({ viewport: { width: 900, height: 500 } })
  await context.addInitScript(() => localStorage.setItem('slidev-presenter-font-size', '2'))
  const page = await open(context, '#/presenter/2')
  const steps = [['Tab', 0], ['ArrowRight', 1], ['ArrowRight', 2], ['ArrowLeft', 1], ['ArrowLeft', 0]] as const
  for (const [key, no] of steps) {
    await press(page, key)
    await page.waitForFunction((no) => {
      const note = document.querySelector('.grid-section.note .slidev-note')!
      const { top, bottom } = note.getBoundingClientRect()
      const mark = note.querySelector(`.slidev-note-click-mark-active[data-clicks="${no}"]`)?.getBoundingClientRect()
      const inView = mark ? mark.top >= top && mark.bottom <= bottom : !no && note.scrollTop === 0
      return note.scrollHeight > note.clientHeight && inView
    }, no)
  }
  const seen = await page.evaluate(() => {
    const style = (of: string, pseudo?: string) => getComputedStyle(document.querySelector(of)!, pseudo)
    const pale = ['.grid-section.main [op50]', '#slide-content .op20'].map(of => style(of).opacity)
    return [style('.slidev-note .pause', '::before').content, ...pale]
  })
  expect(seen).toEqual(['"pause "', '0.75', '0.2'])
  expect((await page.locator('.grid-section.note').boundingBox())!.width).toBeCloseTo(360, -1)
})

it('lists every key, and the keys do it, but not those held with Ctrl, Alt or Meta', async () => {
  const page = await open(await deck(), '#/2')
  await press(page, '?')
  const sheet = page.locator('dialog.key-sheet')
  const listed = (await sheet.locator('dd').allInnerTexts()).map(text => text.replace(', in the presenter', '').trim())
  expect(listed).toEqual(keys.map(key => key.does))
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
    const changed = ':fullscreen, html.dark, .z-modal .border-primary, .screen-dark'
    expect(await page.locator(changed).count(), modifier).toBe(0)
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
    const chosen = document.querySelector('.z-modal .border-primary')?.getBoundingClientRect()
    return chosen && chosen.top >= 0 && chosen.bottom <= innerHeight
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

it.each([
  ['#/99', '#/5'],
  ['#/abc', '#/1'],
  ['#/2.4', '#/2'],
  ['#/presenter/99', '#/presenter/5'],
  ['#/2?clicks=-1', '#/2'],
  ['#/2?clicks=abc', '#/2'],
])('mends the address %s to %s', async (asked, mended) => {
  const page = await open(await deck(), asked)
  const isMended = () => page.waitForFunction(mended => location.hash === mended, mended)
  await isMended()
  await shows(page, Number(mended.at(-1)))
  await page.evaluate(() => location.hash = '#/4')
  await shows(page, 4)
  await page.evaluate(asked => location.hash = asked, asked)
  await isMended()
  await shows(page, Number(mended.at(-1)))
})

it('gives the presenter on a phone the slide in its own proportions, the whole note and large buttons', async () => {
  const viewport = { width: 390, height: 844 }
  const page = await open(await deck({ viewport, hasTouch: true, isMobile: true }), '#/presenter/2')
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
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['.slidev-slide-content'] }))
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)
    // The overview's count of slides and words stands outside every landmark: Slidev's.
    expect(found.filter(says => !(path === '#/overview' && says.startsWith('region'))), path).toEqual([])
  }
})
