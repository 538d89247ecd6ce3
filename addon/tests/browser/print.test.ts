/** The browser's own print, from any page of the deck. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { loadDeck } from '../../deck/load'
import { openDeck, useBrowser } from './browser'

useBrowser()
const deck = await loadDeck()
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
  // Light: the paper's colour is painted, the dark one nowhere.
  const { fnArray, argsArray } = await (await read.getPage(5)).getOperatorList()
  const fills = fnArray.flatMap((_, i) => typeof argsArray[i]?.[0] === 'string' && /^#[0-9a-f]{6}$/.test(argsArray[i][0]) ? [argsArray[i][0]] : [])
  expect(fills).toContain('#fbf9f3')
  expect(fills).not.toContain('#15161a')
  expect(await page.evaluate(() => [document.querySelectorAll('.all-slides').length, document.documentElement.classList.contains('dark')])).toEqual([0, true])
  await page.context().close()
})

it('prints the reading page as the essay it is, in one column, without its controls', async () => {
  const { page } = await openDeck({}, '#/read')
  await page.locator('[data-read]').first().waitFor()
  const read = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4', margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' } })) }).promise
  expect(read.numPages).toBeLessThan(deck.slides.length * 2)
  const words = (await Promise.all(Array.from({ length: read.numPages }, async (_, i) => (await (await read.getPage(i + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join(' ')))).join(' ')
  expect(squeeze(words)).toContain(squeeze(deck.slides[4]!.note.split('[click]')[0]!))
  expect(words).not.toContain('Enlarge the figure')
  await page.context().close()
})
