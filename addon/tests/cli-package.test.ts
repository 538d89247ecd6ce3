/** The package as npm packs it, in an empty deck of a monorepo, with one line of headmatter: gives everything. */
import { execFileSync } from 'node:child_process'
import {
  existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, expect, inject, it } from 'vitest'
import { findBrowser } from '../cli/browser'
import { deck } from './support/run'

const addon = fileURLToPath(new URL('..', import.meta.url))
const installed = join(addon, '../node_modules')
const top = realpathSync(mkdtempSync(join(inject('scratch'), 'pack-')))
const [packages, talk] = [join(top, 'node_modules'), join(top, 'talks/one')]
const unpacked = join(packages, 'slidev-addon-deck-tools')
const run = (...args: string[]) => deck(args, { cwd: talk, program: join(unpacked, 'bin/deck.mjs') })

const SLIDES = `---
addons: [deck-tools]
download: true
---

# Bread

<!-- Good evening. -->

---

# Loaves

<p v-click>Round ones</p>

<!-- Some are long, [click] some are round. -->
`

beforeAll(() => {
  mkdirSync(talk, { recursive: true })
  mkdirSync(packages)
  // As npm installs it, without a network: what it depends on is linked from where it is installed already.
  for (const name of readdirSync(installed).filter(name => !/^\.|^slidev-addon-/.test(name)))
    symlinkSync(join(installed, name), join(packages, name))
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', top], { cwd: addon, encoding: 'utf8' })
  mkdirSync(unpacked)
  execFileSync('tar', ['-xzf', basename(packed.trim()), '-C', unpacked, '--strip-components', '1'], { cwd: top })
  writeFileSync(join(talk, 'slides.md'), SLIDES)
})

it('declares every package that it imports, and no other', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'))
  const paths = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
  const text = paths.filter(path => /\.(?:ts|vue|mjs)$/.test(path))
    .map(path => readFileSync(join(unpacked, path), 'utf8')).join('\n')
  const statements = text.matchAll(/^(?!.*import type).*(?:from |import\(?)'((?:@[\w-]+\/)?[\w-]+)[^']*'/gm)
  const imported = [...statements].map(([, name]) => name!)
  // One stands in text that takes the place of a part of Vue.
  const others = [...builtinModules, 'node', 'virtual', '@vue/runtime-dom']
  const own = new Set(imported.filter(name => !others.includes(name)))
  expect([...own].filter(name => !(name in { ...dependencies, ...peerDependencies }))).toEqual([])
  expect(Object.keys(dependencies).filter(name => !text.includes(name))).toEqual([])
})

it('builds, checks and exports the deck, with its handout and reading page', async () => {
  expect(await run('check')).toEqual({ code: 0, out: expect.stringMatching(/^`download` is left out: .*\n$/), err: '' })
  const { code, err } = await run('export', '--handout')
  expect([code, err]).toEqual([0, expect.stringContaining('out/slides.pdf: 2 slides')])
  const pages = await Promise.all(['slides', 'slides-handout'].map(async name =>
    (await PDFDocument.load(readFileSync(join(talk, `out/${name}.pdf`)))).getPageCount()))
  expect(pages).toEqual([2, expect.any(Number)])
  expect(existsSync(join(talk, 'dist/index.html'))).toBe(true)
  expect(readdirSync(talk)).toEqual(expect.arrayContaining(['dist', 'out', 'slides.md']))
})

it('leaves the deck’s own `slidev build` alone, and has it print for `download` by the browser that is there', () => {
  const slidev = join(packages, '@slidev/cli/bin/slidev.mjs')
  execFileSync(process.execPath, [slidev, 'build', '--out', 'own'], {
    cwd: talk, stdio: 'ignore', env: { ...process.env, CHROMIUM_PATH: findBrowser() },
  })
  expect(readdirSync(join(talk, 'own'))).toEqual(expect.arrayContaining(['index.html', 'slidev-exported.pdf']))
})
