/** The browser's own print, from any page of the deck. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-chromium'
import { expect, inject, it } from 'vitest'
import { makePaper } from '../../commands/paper'
import { loadDeck } from '../../deck/load'
import { parseOptions } from '../../pdf/options'
import { openDeck, useBrowser } from './browser'

useBrowser()
const deck = await loadDeck()
/** The token that the slides' ground takes, as it is now. */
const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim())

/** Every colour that a page of the file is filled with. */
async function fillsOf(bytes: Uint8Array, no: number): Promise<string[]> {
  const { fnArray, argsArray } = await (await (await getDocument({ data: new Uint8Array(bytes) }).promise).getPage(no)).getOperatorList()
  return fnArray.flatMap((_, i) => typeof argsArray[i]?.[0] === 'string' && /^#[0-9a-f]{6}$/.test(argsArray[i][0]) ? [argsArray[i][0]] : [])
}

const squeeze = (text: string) => text.replace(/<[^>]+>|\s+/g, '')

it.each(['#/5', '#/presenter/5?clicks=1', '#/overview'])('prints every slide from %s, one a page, whole and light, and is itself again', async (path) => {
  const { page } = await openDeck({ colorScheme: 'dark' }, '#/1')
  await page.evaluate(path => location.hash = path, path)
  await page.locator('.slidev-layout:visible').first().waitFor()
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const pdf = await PDFDocument.load(bytes)
  expect(pdf.getPageCount()).toBe(deck.slides.length)
  expect(pdf.getPages().every(page => Math.abs(page.getWidth() / page.getHeight() - 980 / 552) < 0.02)).toBe(true)
  const read = await getDocument({ data: new Uint8Array(bytes) }).promise
  for (const { no, title } of deck.slides.slice(1)) {
    const words = squeeze((await (await read.getPage(no)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join(''))
    expect(words.startsWith(squeeze(title)), `page ${no}`).toBe(true)
  }
  const [dark, fills] = [await paperOf(page), await fillsOf(bytes, 5)]
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => paperOf(page)).not.toBe(dark)
  expect(fills).toContain(await paperOf(page))
  expect(fills).not.toContain(dark)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => paperOf(page)).toBe(dark)
  expect(await page.evaluate(() => [document.querySelectorAll('.all-slides').length, document.documentElement.classList.contains('dark')])).toEqual([0, true])
  await page.context().close()
})

it('prints the reading page as the essay it is, in one column, without its controls', async () => {
  const { page } = await openDeck({}, '#/read')
  await page.locator('[data-read]').first().waitFor()
  const read = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4', margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' } })) }).promise
  expect(read.numPages).toBeLessThan(deck.slides.length * 2)
  const words = (await Promise.all(Array.from({ length: read.numPages }, async (_, i) => (await (await read.getPage(i + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join(' ')))).join(' ')
  // But for the few that the end of a page cuts in two.
  const sentences = deck.slides.slice(1).flatMap(({ note }) => note.split(/\[click[^\]]*\]|(?<=[.?!])\s+/).map(squeeze).filter(Boolean))
  const printed = squeeze(words)
  expect(sentences.filter(sentence => printed.includes(sentence)).length / sentences.length).toBeGreaterThan(0.9)
  expect(words).not.toContain('Enlarge the figure')
  await page.context().close()
})

it('an export asked to be dark stays dark', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'print-'))
  const bytes = await makePaper(parseOptions('pages', ['--dark', '--range', '5', '--output', join(folder, 'dark.pdf')]), inject('deckDir'))
  const { page } = await openDeck({ colorScheme: 'dark' }, '#/5')
  expect(await fillsOf(bytes, 1)).toContain(await paperOf(page))
  await page.context().close()
  rmSync(folder, { recursive: true, force: true })
})
