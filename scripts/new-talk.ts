/**
 * `npm run new-talk FOLDER`: a talk of your own from this one's machinery. Everything that holds for any talk is copied;
 * template/ stands in for what is this talk's.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/** What this talk alone is made of: its words, drawings, faces and tests. */
const OWN = [
  'README.md', 'claims.yaml', 'talk.ts', 'talk.yaml', 'talk.schema.ts', 'slides.md', 'pages', 'public', '.github', 'LICENSE', 'template',
  'components/figures', 'tests/this-talk', 'tests/shingles.json', 'scripts/new-talk.ts',
]
const isOwn = (path: string) => OWN.some(own => path === own || path.startsWith(`${own}/`))
  || (/^components\/\w+\.vue$/.test(path) && !readFileSync(path, 'utf8').includes('any talk'))

function main(folder: string | undefined): void {
  if (!folder || folder.startsWith('-'))
    throw new Error('Usage: npm run new-talk FOLDER')
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).length)
    throw new Error(`${folder} holds files already: name a new folder.`)
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n')
  for (const path of files.filter(path => existsSync(path) && !isOwn(path)))
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
