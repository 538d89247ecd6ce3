/**
 * `npm run new-talk FOLDER`: a talk of your own from this one's machinery. Everything that holds for any talk is copied;
 * template/ stands in for what is this talk's.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/** What holds for any talk, and what of it does not. */
const COPIED = [
  'addon', 'components/drawing', 'components/sections.ts', 'components/shapes', 'layouts', 'scripts', 'setup', 'styles', 'tests',
  '.gitignore', '.npmrc', 'package.json', 'package-lock.json', 'slide-top.vue', 'slides.schema.ts', 'tsconfig.json',
  'vitest.config.ts',
]
const OWN = ['components/drawing/QrCode.vue', 'scripts/new-talk.ts', 'tests/shingles.json', 'tests/this-talk']

const isIn = (folders: readonly string[], path: string) => folders.some(folder => path === folder || path.startsWith(`${folder}/`))

function main(folder: string | undefined): void {
  if (!folder || folder.startsWith('-'))
    throw new Error('Usage: npm run new-talk FOLDER')
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).length)
    throw new Error(`${folder} holds files already: name a new folder.`)
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n')
  for (const path of files.filter(path => existsSync(path) && isIn(COPIED, path) && !isIn(OWN, path)))
    cpSync(path, join(target, path))
  cpSync('template', target, { recursive: true })

  const name = basename(target).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'talk'
  const edit = (path: string, change: (text: string) => string) => writeFileSync(join(target, path), change(readFileSync(join(target, path), 'utf8')))
  const { name: old, description } = JSON.parse(readFileSync('package.json', 'utf8'))
  edit('package.json', text => text.replace(`"name": "${old}"`, `"name": "${name}"`).replace(`"${description}"`, '"A talk made with Slidev"')
    .replace(/^ *"new-talk": .*\n/m, ''))
  edit('package-lock.json', text => text.replaceAll(`"name": "${old}"`, `"name": "${name}"`))
  edit('slides.md', text => text.replace('exportFilename: talk', `exportFilename: ${name}`))
  console.log(`${folder}: a talk of nine slides. In it: npm ci && npm start, then change slides.md and pages/.`)
}

try {
  main(process.argv[2])
}
catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
