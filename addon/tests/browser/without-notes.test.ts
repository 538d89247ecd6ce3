/** A build for the public: no note in it, and nothing that leads to one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { deckRoot, loadDeck } from '../../deck/load'
import { whyStale } from '../../run/record'
import { serve } from '../../run/serve'
import { run } from '../support/command'
import { useBrowser } from './browser'
import { outFolder, textOf, visit } from './visits'

const browser = useBrowser()
const dist = inject('deckDir')
const deck = await loadDeck()
const { folder, remove } = outFolder()
const withoutNotes = join(folder, 'without-notes')

beforeAll(async () => {
  expect(await run('build', ['--without-notes', '--out', withoutNotes])).toMatchObject({ code: 0 })
}, 180_000)
afterAll(remove)

test('a build without notes holds no note, and is marked as such', () => {
  expect([dist, withoutNotes].map(dir => whyStale(dir))).toEqual([undefined, 'The built deck holds no notes'])
  const shown = deck.slides.map(slide => slide.content).join('\n') + readdirSync(join(deckRoot, 'components'), { recursive: true, withFileTypes: true })
    .filter(file => file.isFile()).map(file => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n')
  const passages = deck.slides.flatMap(slide => slide.note
    .split(/\[click[^\]]*\]|[^\p{L}\p{N}\s,’'-]/u)
    .map(passage => passage.trim().replace(/\s+/g, ' '))
    .filter(passage => passage.split(' ').length >= 5))
  const [all, none] = [dist, withoutNotes].map(dir => textOf(dir).replace(/\\n|\s+/g, ' '))
  expect(passages.length).toBeGreaterThan(deck.slides.length)
  expect(passages.filter(passage => all!.includes(passage)).length / passages.length, 'found where they should be').toBeGreaterThan(0.9)
  expect(passages.filter(passage => none!.includes(passage) && !shown.includes(passage))).toEqual([])
})

test('without notes there is no reading page: nothing leads there, and its address says why', async () => {
  const ways: number[] = []
  for (const dir of [dist, withoutNotes]) {
    const served = await serve(dir)
    const { page, errors } = await visit(browser(), served.url)
    await page.getByTitle('Keys', { exact: true }).waitFor({ state: 'attached' })
    ways.push(await page.locator('[title="Reading page"]').count())
    await page.goto(`${served.url}#/read`)
    await page.getByText(dir === dist ? 'Contents' : 'This build holds no notes, and so no reading page.').first().waitFor()
    expect(errors).toEqual([])
    await served.close()
  }
  expect(ways).toEqual([1, 0])
})
