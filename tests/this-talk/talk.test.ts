/** What holds for this talk alone; whoever adapts it deletes the folder. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, it } from 'vitest'
import { keys } from '../../addon/client/keys'
import { loadLedger } from '../../addon/deck/ledger'
import { loadDeck } from '../../addon/deck/load'
import { naming, ownWords } from './naming'

const { slides } = await loadDeck()
const ledger = loadLedger('slides.md') ?? {}

it('is named nowhere in the addon', () => expect(naming('addon')).toEqual([]))

it('leaves no word in a new talk, which has as many slides as it is said to have', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'talk-')), 'my-own')
  const said = execFileSync('npx', ['tsx', 'scripts/new-talk.ts', folder], { encoding: 'utf8' })
  expect(said).toContain(`a talk of ${(await loadDeck(join(folder, 'slides.md'))).slides.length} slides`)
  const { name, packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  expect([name, packages[''].name]).toEqual(['my-own', 'my-own'])
  expect(naming(folder)).toEqual([])
  expect(globSync('**/*', { cwd: folder }).filter(path => ownWords.test(path))).toEqual([])
  rmSync(join(folder, '..'), { recursive: true })
})

it('tells about sixty claims, each in a short line of its own', () => {
  const lines = Object.values(ledger).map(({ says }) => says)
  expect(lines.length).toBeGreaterThan(50)
  expect(new Set(lines).size).toBe(lines.length)
  expect(lines.filter(line => line.split(/\s+/).length > 30)).toEqual([])
})

it('lists in its README what keys do, as the sheet does', () => {
  const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| (<kbd>.*?) \| (.*?) \|$/gm)]
    .map(([, shown, does]) => ({ keys: [...shown!.matchAll(/<kbd>(.*?)<\/kbd>/g)].map(key => key[1]), does }))
  expect(rows).toEqual(keys.map(({ keys, does, presenter }) =>
    ({ keys, does: presenter ? `${does} (presenter)` : does })))
})

it('has every figure on a slide', () => {
  const used = slides.map(({ content }) => content).join()
  const figures = globSync('components/figures/*.vue').map(path => basename(path, '.vue'))
  expect(figures.filter(name => !new RegExp(`<${name}\\b`).test(used))).toEqual([])
})
