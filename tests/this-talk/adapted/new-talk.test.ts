/** A new talk from its first minute to an adapted one, as its author has it: `npm test` there holds. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, inject, it } from 'vitest'
import { naming } from '../naming'

let folder: string
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', ...args], { cwd: folder, encoding: 'utf8' })
  return status === 0 ? '' : stdout + stderr
}
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')))

beforeAll(() => {
  folder = join(inject('scratch'), 'my-own')
  execFileSync('npx', ['tsx', 'scripts/new-talk.ts', folder])
  // As `npm ci` there would, but for the minutes.
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync('node_modules').filter(name => name !== 'slidev-addon-deck-tools'))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
  symlinkSync('../addon', join(folder, 'node_modules/slidev-addon-deck-tools'))
})

it('passes its tests at once, and says nothing of this talk in what is built', () => {
  expect(run('build')).toBe('')
  expect(existsSync(join(folder, 'dist/og-image.png'))).toBe(true)
  expect(naming(join(folder, 'dist'))).toEqual([])
  expect(run('test')).toBe('')
}, 900_000) // only so that one that hangs ends

const MARKDOWN = `
---
section: s8
---

# Ordinary Markdown stands well set

> A quotation, in the words of whoever said it.
>
> Who said it, and where

\`\`\`ts
const seconds = (words: number) => words / 130 * 60
\`\`\`

<!--
Somebody said it better. And here is code.

Ours.
-->

---
layout: two-cols
---

# Words to the left, a picture to the right

1. Name it.
2. Point at it.

::right::

![A disc with a hole in it](/favicon.png)

<!--
First comes what to look for.

Ours.
-->
`

it('passes them with eight sections, forty letters of title, more Markdown, no opener, figure or ledger', () => {
  const hues = ['rust', 'pine', 'navy', 'plum', 'moss', 'cobalt', 'violet', 'petrol']
  const sections = hues.map((hue, i) => `  - { id: s${i + 1}, name: Part ${i + 1}, number: ${i + 1}, hue: ${hue} }\n`)
  edit('slides.md', text => text.replace(/( {2}- \{ id.*\n)+/, sections.join(''))
    .replace(/---\nlayout: section[\s\S]*(?=---\nlayout: two-cols)/, '')
    .replace('# A talk of yours', '# The long and winding story of sourdough')
    .replaceAll('section: first', 'section: s1').replaceAll('section: second', 'section: s7')
    .replace(/duration: .*/, 'duration: 58s') + MARKDOWN)
  rmSync(join(folder, 'claims.yaml'))
  rmSync(join(folder, 'components/figures'), { recursive: true })
  expect(run('test')).toBe('')
}, 900_000) // only so that one that hangs ends
