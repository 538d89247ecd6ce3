import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { whyStale, writeRecord } from '../run/record'

let root: string
let dist: string
const path = (name: string) => join(root, name)
function write(name: string, text: string): void {
  mkdirSync(dirname(path(name)), { recursive: true })
  writeFileSync(path(name), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'record-'))
  dist = path('dist')
  for (const name of ['slides.md', 'pages/one.md', 'talk.yaml', 'components/Figure.vue', 'styles/index.css', 'public/a.svg', 'dist/index.html', 'dist/assets/a.js'])
    write(name, name)
  writeRecord(dist, { read: ['slides.md', 'pages/one.md', 'talk.yaml'].map(path), since: Date.now() + 1000, notes: true }, root)
})
afterEach(() => rmSync(root, { recursive: true }))

const inFuture = new Date(Date.now() + 3_600_000)

it.each<[what: string, change: () => void]>([
  ['nothing changed', () => {}],
  ['a stray file came, from the future', () => {
    write('notes.log', 'a')
    utimesSync(path('notes.log'), inFuture, inFuture)
  }],
  ['a source was saved as it is', () => write('slides.md', 'slides.md')],
  ['a source bears a time in the future', () => utimesSync(path('slides.md'), inFuture, inFuture)],
  ['a file came that the system hides', () => write('components/.DS_Store', 'a')],
])('holds when %s', (_, change) => {
  change()
  expect(whyStale(dist, root)).toBeUndefined()
})

it.each<[what: string, change: () => void, why: RegExp]>([
  ['a slide changed', () => write('pages/one.md', 'else'), /^pages\/one\.md changed/],
  ['a text changed', () => write('talk.yaml', 'else'), /^talk\.yaml changed/],
  ['a style changed', () => write('styles/index.css', 'else'), /^styles\/index\.css changed/],
  ['a source went', () => rmSync(path('pages/one.md')), /^pages\/one\.md changed/],
  ['a component came', () => write('components/deep/New.vue', 'a'), /^components\/deep\/New\.vue changed/],
  ['a layer of Slidev’s came', () => write('global-top.vue', 'a'), /^global-top\.vue changed/],
  ['a picture came', () => write('public/b.svg', 'a'), /^public\/b\.svg changed/],
  ['a chunk is missing', () => rmSync(path('dist/assets/a.js')), /damaged/],
  ['a chunk is half-written', () => write('dist/assets/a.js', 'dist/ass'), /damaged/],
  ['there is no record', () => rmSync(path('dist/.deck-build.json')), /not known to be whole/],
  ['the record is half-written', () => write('dist/.deck-build.json', readFileSync(path('dist/.deck-build.json'), 'utf8').slice(0, 40)), /not known to be whole/],
  ['the record is of another kind', () => write('dist/.deck-build.json', '[]'), /not known to be whole/],
  ['another Node built it', () => write('dist/.deck-build.json', readFileSync(path('dist/.deck-build.json'), 'utf8').replace(process.version, 'v18.0.0')), /by Node v18/],
  ['it was built without notes', () => writeRecord(dist, { read: [], since: Date.now() + 1000, notes: false }, root), /holds no notes/],
  ['a source changed while it was built', () => writeRecord(dist, { read: [path('slides.md')], since: 0, notes: true }, root), /changed/],
  ['there is no build', () => rmSync(dist, { recursive: true }), /not built yet/],
  ['a file stands in its place', () => {
    rmSync(dist, { recursive: true })
    write('dist', 'a')
  }, /not known to be whole/],
])('does not when %s', (_, change, why) => {
  change()
  expect(whyStale(dist, root)).toMatch(why)
})
