/** While a deck is written: the development server says what is wrong, what is mended, and stays up. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

/** In a process of its own, since one knows one deck. A change is seen once the watcher has looked at all files. */
const program = `import { createServer, resolveOptions } from '@slidev/cli'
const server = await createServer(await resolveOptions({ entry: 'slides.md' }, 'dev'), { server: { port: 0 }, logLevel: 'warn' })
await server.listen()
if (!server.watcher._readyEmitted)
  await new Promise(done => server.watcher.once('ready', done))
console.log('http://localhost:' + server.httpServer.address().port + '/')`
const headmatter = '---\naddons: [\'@/../../addon\']\nrouterMode: hash\nfonts: { provider: none }\n---\n\n# A deck\n'

it('takes a plain slide, names a fault by slide and line, and says when it is mended', async () => {
  mkdirSync('out', { recursive: true })
  const root = resolve(mkdtempSync('out/dev-'))
  const write = (file: string, text: string) => writeFileSync(join(root, file), text)
  write('slides.md', `${headmatter}\n---\nsrc: ./page.md\n---\n`)
  write('page.md', '# My new slide\n')
  const server = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
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
  // Another file: of a second change to the same within 50 ms the watcher tells nobody.
  write('slides.md', `${headmatter}\n---\n\n# My slide\n`)
  await says(/slide 2: mended/)
  expect((await fetch(address)).status).toBe(200)
})
