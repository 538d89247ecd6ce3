/**
 * `npm run new-talk FOLDER`: a talk of your own with this one's machinery. What holds for any talk is copied, template/
 * stands in for the rest, and nothing has to be deleted there.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { load } from '@slidev/parser/fs'

const root = resolve(import.meta.dirname, '..')
const COPIED = [
  'addon', 'components/drawing', 'components/sections.ts', 'components/shapes', 'layouts', 'scripts', 'setup', 'styles',
  'tests', '.github/layouts', '.gitignore', '.npmrc', 'LICENSE', 'package.json', 'package-lock.json', 'slide-top.vue',
  'slides.schema.ts', 'tsconfig.json', 'vitest.config.ts',
].filter(path => existsSync(join(root, path)))
/** Of that, what is this talk's alone, and what only those need who change the machinery. */
const APART = new RegExp(`^(?:.*/node_modules|${[
  'tests/this-talk', 'tests/shingles.json', 'scripts/(?:shapes|(?:new-talk|bench).ts)', 'addon/upstream',
  'addon/vitest.config.ts', 'addon/tests/(?:browser|decks|.*\\.test\\.ts)',
  'addon/tests/support/(?:run|stub-deck|windows)\\.ts',
].join('|')})$`)
const APART_SCRIPTS = ['new-talk', 'bench', 'shapes', 'crowd', 'test:addon', 'test:strangers']
const APART_PACKAGES = ['@types/d3-delaunay', '@types/pngjs', 'axe-core', 'd3-delaunay', 'jsqr', 'pngjs', 'uqr']

async function newTalk(folder: string | undefined): Promise<void> {
  if (!folder || folder.startsWith('-'))
    throw new Error('Usage: npm run new-talk FOLDER')
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).length)
    throw new Error(`${folder} holds files already: name a new folder.`)
  const filter = (path: string) => !APART.test(relative(root, path).replaceAll('\\', '/'))
  for (const path of COPIED)
    cpSync(join(root, path), join(target, path), { recursive: true, filter })
  cpSync(join(root, 'template'), target, { recursive: true })

  const name = basename(target).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'talk'
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(join(target, path), change(readFileSync(join(target, path), 'utf8')))
  const own = (project: Record<string, any>) => {
    APART_SCRIPTS.forEach(script => delete project.scripts?.[script])
    APART_PACKAGES.forEach(one => [project.dependencies, project.devDependencies].forEach(list => delete list?.[one]))
    return Object.assign(project, { name }, project.description && { description: 'A talk made with Slidev' })
  }
  for (const path of ['package.json', 'package-lock.json']) {
    edit(path, (text) => {
      const project = own(JSON.parse(text))
      if (project.packages)
        own(project.packages[''])
      return `${JSON.stringify(project, null, 2)}\n`
    })
  }
  const holder = `${new Date().getFullYear()} the authors of this talk`
  edit('LICENSE', text => text.replace(/(?<=^Copyright \(c\) ).*/m, holder))
  edit('slides.md', text => text.replace(/(?<=^exportFilename: ).*/m, name))
  // How to work with a talk is told once.
  const [chapters] = readFileSync(join(root, 'README.md'), 'utf8').match(/## Three uses[\s\S]*?\n(?=\n## Adapt)/)!
  edit('README.md', text => text + chapters.replace(/out\/[\w-]+(?=\.pdf)/g, `out/${name}`))

  const { slides } = await load({ roots: [target], userRoot: target }, join(target, 'slides.md'))
  console.log(`${folder}: a talk of ${slides.length} slides. In it: npm ci && npm run dev, then change slides.md.`)
}

newTalk(process.argv[2]).catch(({ message }: Error) => {
  console.error(message)
  process.exitCode = 1
})
