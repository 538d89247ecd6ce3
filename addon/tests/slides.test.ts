/** What is wrong with a slide's file is said in one line, with its place; what is only odd is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { deckFaults } from '../deck/faults'
import { faulty, odd } from './fixtures/slides'

const root = mkdtempSync(join(tmpdir(), 'slides-'))
const entry = join(root, 'slides.md')
afterAll(() => rmSync(root, { recursive: true }))

it.each(faulty)('says in one line: %s', async (_, markdown, line) => {
  writeFileSync(entry, markdown)
  expect(await deckFaults(entry)).toEqual([expect.stringMatching(line)])
})

it.each(odd)('takes %s', async (_, markdown) => {
  writeFileSync(entry, markdown)
  expect(await deckFaults(entry)).toEqual([])
})
