/** The deck as one file, opened from a disk. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { deckRoot, loadDeck } from '../../deck/load'
import { run } from '../support/command'
import { useBrowser } from './browser'
import { headline, visit } from './visits'

const browser = useBrowser()
const deck = await loadDeck()
const file = join(deckRoot, `out/${deck.headmatter.exportFilename}.html`)
const address = pathToFileURL(file).href

beforeAll(async () => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, 'an earlier one')
  expect(await run('single')).toMatchObject({ code: 0 })
}, 180_000)

test('the single file opens from a disk, and everything in it works', async () => {
  const { page, errors, asked } = await visit(browser(), address)
  const stepped = deck.slides.findIndex(slide => slide.frontmatter.clicks > 0)
  for (let index = 1; index <= stepped; index++)
    await page.keyboard.press('ArrowDown')
  await headline(page, stepped)
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(url => url.hash === `#/${stepped + 1}?clicks=1`)
  const isDark = () => page.evaluate(() => document.documentElement.classList.contains('dark'))
  const before = await isDark()
  await page.keyboard.press('d')
  await expect.poll(isDark).toBe(!before)
  await page.keyboard.press('o')
  await page.locator('.slidev-slide-container .slidev-slide-container, .fixed .slidev-slide-container').nth(deck.slides.length - 1).waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  const second = await page.context().newPage()
  await second.goto(`${address}#/presenter/1`)
  // Whoever opens late joins in.
  await second.waitForURL(url => url.hash.startsWith(`#/presenter/${stepped + 1}`))
  await second.locator('.slidev-note').first().waitFor()
  await second.keyboard.press('ArrowDown')
  await headline(page, stepped + 1)
  expect(asked.filter(request => !request.startsWith(address) && !request.startsWith('data:'))).toEqual([])
  expect(errors).toEqual([])
})

test('the single file shows its first slide before any script has run', async () => {
  const page = await (await browser().newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(address)
  expect(await page.locator('[data-first-view] h1').isVisible()).toBe(true)
  await page.context().close()
})
