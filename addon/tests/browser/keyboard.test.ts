import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { everyState, openDeck, useBrowser } from './browser'

useBrowser()
const states = await everyState()
const place = (page: Page) => page.evaluate(() => location.hash)
const hashes = states.map(state => state.hash)

/** What the live region says, which waits for the frame to be painted. */
async function announced(page: Page): Promise<string> {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))
  return page.locator('.announcer').innerText()
}

/** Presses a key and gives the place the deck then stands at; where it was, if nothing happens. */
async function press(page: Page, key: string): Promise<string> {
  const before = await place(page)
  await page.keyboard.press(key)
  await page.waitForFunction(before => location.hash !== before, before, { timeout: 2000, polling: 15 }).catch(() => {})
  return place(page)
}

it('walks the whole deck forwards and backwards by keyboard, telling each place', async () => {
  const { page } = await openDeck({}, hashes[0])
  const heard = new Map<string, string>()
  const walked = [await place(page)]
  for (let i = 1; i < states.length; i++) {
    walked.push(await press(page, 'ArrowRight'))
    heard.set(walked.at(-1)!, await announced(page))
  }
  expect(walked).toEqual(hashes)

  for (const { no, click, hash } of states.slice(1)) {
    const said = heard.get(hash)
    expect(said, hash).toMatch(click ? new RegExp(`^Step ${click} of \\d+\\. .`) : new RegExp(`. Slide ${no} of \\d+\\.$`))
  }

  const back: string[] = [walked.at(-1)!]
  for (let i = 1; i < states.length; i++)
    back.push(await press(page, 'ArrowLeft'))
  expect(back).toEqual([...hashes].reverse())
  await page.context().close()
})

it('lets the document’s title follow the slide', async () => {
  const { page } = await openDeck()
  const first = await page.title()
  await press(page, 'ArrowDown')
  await page.waitForFunction(first => document.title !== first, first)
  expect(await page.title()).toBe(`${await page.locator('.slidev-page-2 h1').innerText()} · ${first}`)
  await page.context().close()
})

it('still turns the page while a link or button has the focus', async () => {
  const { page } = await openDeck()
  await page.evaluate(() => {
    const button = document.createElement('button')
    document.querySelector('#slide-content')!.append(button)
    button.focus()
  })
  expect(await press(page, 'ArrowDown')).toBe(states.find(state => state.no === 2)!.hash)
  await page.context().close()
})

it('starts, pauses and resets the presenter’s timer by key', async () => {
  const { page } = await openDeck({}, '#/presenter/1')
  const timer = page.locator('.grid-section.bottom .font-mono').last()
  const time = async () => (await timer.innerText()).replace(/\s/g, '')
  expect(await time()).toBe('-:--')
  await page.keyboard.press('t')
  await expect.poll(time, { timeout: 3000 }).toBe('0:01')
  await page.reload()
  await expect.poll(time, { timeout: 5000 }).toMatch(/^0:0[1-9]$/)
  await page.keyboard.press('Shift+T')
  await expect.poll(time).toBe('-:--')
  await page.context().close()
})
