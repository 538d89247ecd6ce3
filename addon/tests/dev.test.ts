/** While a deck is written: the development server says what is wrong, what is mended, and stays up. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { theBrowser } from './support/page'

/** In a process of its own, since one knows one deck. A change is seen once the watcher has looked at all files. */
const program = `import { createServer, resolveOptions } from '@slidev/cli'
const options = await resolveOptions({ entry: 'slides.md' }, 'dev')
const server = await createServer(options, { server: { port: 0 }, logLevel: 'warn' })
await server.listen()
if (!server.watcher._readyEmitted)
  await new Promise(done => server.watcher.once('ready', done))
console.log('http://localhost:' + server.httpServer.address().port + '/')`
const headmatter = `---
addons: ['@/../../addon']
routerMode: hash
twoslash: false
favicon: dot.svg
fonts: { provider: none }
---

# A deck
`

const dot = (fill: string) => `<svg xmlns="http://www.w3.org/2000/svg"><circle r="1" fill="${fill}"/></svg>`

it('takes a plain slide, names faults by slide and line, says when one is mended, shows a new picture', async () => {
  mkdirSync('out', { recursive: true })
  const root = resolve(mkdtempSync('out/dev-'))
  const write = (file: string, text: string) => writeFileSync(join(root, file), text)
  write('slides.md', `${headmatter}\n---\nsrc: ./page.md\n---\n\n---\nsrc: ./steps.md\n---\n`)
  write('steps.md', '# Steps\n\n<p v-click>A</p>\n\n![A dot](/dot.svg)\n\n<!-- A. [click] B. [click] C. -->\n')
  write('page.md', '# My new slide\n')
  mkdirSync(join(root, 'public'))
  write('public/dot.svg', dot('red'))
  const args = ['--input-type=module', '--eval', program]
  const server = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => {
    server.kill()
    rmSync(root, { recursive: true })
  })
  let printed = ''
  let look: () => unknown = () => {}
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (part) => {
      printed += part
      look()
    })
  }
  const says = (words: RegExp) => new Promise<string>((done, fail) => {
    look = () => words.test(printed) && done(words.exec(printed)![0])
    server.once('exit', () => fail(new Error(printed)))
    look()
  })
  const address = await says(/http:\/\/localhost:\d+\//)
  expect(printed).not.toMatch(/slide \d/)
  write('page.md', '# My new slide\n\n<TwoCurrnets />\n')
  await says(/slide 2 \(page\.md:\d+\): <TwoCurrnets> is no component/)
  const page = await (await theBrowser()).newPage()
  onTestFinished(() => page.close())
  const errors: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.setDefaultTimeout(0)
  await page.goto(`${address}#/3`, { waitUntil: 'commit' })
  await says(/slide 3 \(steps\.md:1\): the note marks 2 clicks, the slide takes 1; /)
  write('public/dot.svg', dot('blue'))
  await page.locator('[data-slidev-no="3"] img[src*="blue"]').waitFor()
  expect(errors).toEqual([])
  // Another file: of a second change to the same within 50 ms the watcher tells nobody.
  write('slides.md', `${headmatter}\n---\n\n# My slide\n`)
  await says(/slide 2: mended/)
  expect((await fetch(address)).status).toBe(200)
}, 300_000) // a server that starts cold
