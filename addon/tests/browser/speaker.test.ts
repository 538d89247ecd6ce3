/** One window and its person: no key, click or address does anything that nobody meant. */
import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { keys } from '../../client/keys'
import { everyState, openDeck, useBrowser } from './browser'

useBrowser()
const states = await everyState()
const total = states.at(-1)!.no
const hash = (page: Page) => page.evaluate(() => location.hash)
const goes = (page: Page, to: string) => expect.poll(() => hash(page), { interval: 20, timeout: 5000, message: `to ${to}` }).toBe(to)
const settle = (page: Page) => page.evaluate(() => new Promise(done => setTimeout(done, 50)))

/** Presses keys that must do nothing to the place. */
async function stays(page: Page, ...pressed: string[]): Promise<void> {
  const before = await hash(page)
  for (const key of pressed)
    await page.keyboard.press(key)
  await settle(page)
  expect(await hash(page), pressed.join(' ')).toBe(before)
}

/** What only those who mean it get: full screen, dark slides, overview, a dark screen. */
const changed = (page: Page) => page.evaluate(() => [document.fullscreenElement !== null, document.documentElement.classList.contains('dark'), document.querySelector('.z-modal .border-primary') !== null, document.querySelector('.screen-dark') !== null])

/** Keys held with Ctrl, Alt or Meta are the browser's. */
async function leavesToBrowser(page: Page): Promise<void> {
  for (const modifier of ['Control', 'Alt', 'Meta'] as const) {
    await stays(page, ...['ArrowRight', 'Space', 'PageDown', 'End', 'f', 'd', 'o', 'g', 'b', 't'].map(key => `${modifier}+${key}`))
    // Let go of the modifier first, as hands do.
    await page.keyboard.down(modifier)
    await page.keyboard.down('d')
    await page.keyboard.up(modifier)
    await page.keyboard.up('d')
    await settle(page)
    expect(await changed(page), modifier).toEqual([false, false, false, false])
  }
  await page.keyboard.press('d')
  await expect.poll(() => changed(page), { message: 'd alone turns to dark' }).toEqual([false, true, false, false])
  await page.keyboard.press('d')
}

/** The overview opens where the talk is and follows the arrows; behind it nothing moves. */
async function holdsStillBehindOverview(page: Page): Promise<void> {
  const inView = () => page.evaluate(() => {
    const { top, bottom } = document.querySelector('.z-modal .border-primary')!.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
  await page.keyboard.press('o')
  await page.locator('.z-modal .border-primary').waitFor()
  await expect.poll(inView, { message: 'opens where the talk is' }).toBe(true)
  await stays(page, 'Space', 'PageDown', 'PageUp', 'Home', 'End')
  for (let i = 0; i < 4; i++)
    await page.keyboard.press('ArrowUp')
  await expect.poll(inView, { message: 'scrolls with the arrows' }).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('.z-modal .border-primary').waitFor({ state: 'detached' })
}

it('lists in its sheet what keys do, and the keys do it', async () => {
  const { page, faults } = await openDeck({}, '#/2')
  await page.keyboard.press('?')
  const sheet = page.locator('dialog.key-sheet')
  await sheet.waitFor()
  expect((await sheet.locator('dd').allInnerTexts()).map(text => text.replace(', in the presenter', ''))).toEqual(keys.map(key => key.does))
  await stays(page, 'ArrowRight', 'Home', 'End', 'b')
  await page.keyboard.press('?')
  await expect.poll(() => sheet.count()).toBe(0)
  await page.keyboard.press('?')
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.count()).toBe(0)
  await leavesToBrowser(page)

  const first = states.find(state => state.no === 3)!.hash
  const end = states.find(state => state.no === total)!.hash
  for (const [pressed, to] of [['PageDown', first], ['PageUp', '#/2'], ['End', end], ['Home', '#/1'], ['1', '#/1'], ['2', '#/1'], ['Enter', '#/12'], ['Home', '#/1']] as const) {
    await page.keyboard.press(pressed)
    await goes(page, to)
  }
  const laser = () => page.evaluate(() => localStorage.getItem('slidev-cursor-style'))
  await page.keyboard.press('l')
  await expect.poll(laser).toBe('laser')
  await page.keyboard.press('l')
  await expect.poll(laser).toBe('cursor')

  const said = page.locator('.notice')
  for (const key of ['9', '9', 'Enter'])
    await page.keyboard.press(key)
  await expect.poll(() => said.innerText()).toBe(`There is no slide 99: this deck has 1 to ${total}.`)
  await page.keyboard.press('g')
  await page.locator('#slidev-goto-input:focus').waitFor()
  await page.keyboard.type('nowhere')
  await page.keyboard.press('Enter')
  await expect.poll(() => said.innerText()).toBe('No headline holds “nowhere”.')
  await page.locator('#slidev-goto-input').fill('20')
  await page.keyboard.press('Enter')
  await goes(page, '#/20')
  await holdsStillBehindOverview(page)
  expect(faults).toEqual([])
  await page.context().close()
})

it('takes a number whose first digit is the first key of all', async () => {
  const { page } = await openDeck({}, '#/2')
  for (const key of ['1', '2', 'Enter'])
    await page.keyboard.press(key)
  await goes(page, '#/12')
  await page.context().close()
})

it('shows no toolbar on 4:3 and 16:10 projectors until it is asked for, and in it no broken picture', async () => {
  const { page } = await openDeck({}, '#/2')
  const bar = page.locator('#slide-container > div:has(> nav)')
  const opacity = () => bar.evaluate(bar => getComputedStyle(bar).opacity)
  for (const [width, height] of [[1024, 768], [1400, 1050], [2560, 1600]] as const) {
    await page.setViewportSize({ width, height })
    await expect.poll(opacity, { message: `${width} × ${height}` }).toBe('0')
  }
  await bar.hover()
  await expect.poll(opacity).toBe('1')
  await page.getByTitle('Show info').click()
  await page.locator('.slidev-info-dialog').waitFor()
  expect(await page.locator('img:visible').evaluateAll(pictures => pictures.filter(picture => !(picture as HTMLImageElement).naturalWidth).map(picture => picture.outerHTML))).toEqual([])
  await page.context().close()
})

it('in the presenter, goes on by Space after a click on a button, and keeps Space for a button reached by Tab', async () => {
  const { page } = await openDeck({}, '#/presenter/19')
  await page.getByTitle('Toggle Presenter Layout').click()
  await page.keyboard.press('Home')
  await goes(page, '#/presenter/1')
  await page.keyboard.press('Space')
  await goes(page, '#/presenter/2')
  expect(await page.getByTitle('Toggle Presenter Layout').innerText()).toContain('2')
  await page.getByTitle('Toggle Presenter Layout').focus()
  await stays(page, 'Space')
  expect(await page.getByTitle('Toggle Presenter Layout').innerText()).toContain('3')
  await leavesToBrowser(page)
  await page.evaluate(() => location.hash = '#/presenter/20')
  await holdsStillBehindOverview(page)
  await page.context().close()
})
