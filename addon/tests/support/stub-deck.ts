/** A deck whose Slidev is a stub: how a build is made, moved and stopped shows in a second, without a bundler. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'
import { deck, type Running } from './run'

/** Builds a page of the entry's text, a thousand times; fails at `wrong`; at `hang`, tells a port and stays. */
const STUB = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
const [, , , entry, ...options] = process.argv
const text = readFileSync(entry, 'utf8')
const out = options[options.indexOf('--out') + 1]
mkdirSync(out + '/assets', { recursive: true })
writeFileSync(out + '/assets/a.js', '')
if (text.includes('wrong')) {
  console.error('[plugin vite:vue] ' + process.cwd() + '/slides.md__slidev_2.md:3:1')
  console.error('SyntaxError: Element is missing end tag.')
  process.exit(1)
}
if (text.includes('hang'))
  connect(Number(text.match(/port (\\d+)/)[1]), '127.0.0.1')
else
  writeFileSync(out + '/index.html', text.repeat(1000))
`

/** @returns a deck in a new folder, `files` in it by path, and what runs `deck` there */
export function stubDeck(files: Record<string, string>) {
  const top = realpathSync(mkdtempSync(join(inject('scratch'), 'stub-')))
  const [root, passing] = [join(top, 'a talk (100%) 文化'), join(top, 'passing')]
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(passing)
  write('node_modules/@slidev/cli/package.json', '{}')
  write('node_modules/@slidev/cli/bin/slidev.mjs', STUB)
  Object.entries(files).forEach(([path, text]) => write(path, text))
  const env = { TMPDIR: passing, TEMP: passing }
  return {
    root,
    write,
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    /** What is left in the system's temporary folder (tsx keeps a cache there), and of a build beside its place. */
    left: () => [passing, root].flatMap(folder => readdirSync(folder)).filter(name => /^(?:deck-|\.)/.test(name)),
    deck: (args: string[], options: Partial<Running> = {}) =>
      deck(args, { cwd: root, ...options, env: { ...env, ...options.env } }),
    /** Starts presenting, and stops once it does. @returns what it said first, and the page it served */
    async start(...args: string[]) {
      let page: Promise<string> | undefined
      const ended = await deck(['start', '--no-open', '--port', '0', ...args], { cwd: root, env, said(printed, kill) {
        const url = printed.match(/Audience +(\S+)/)?.[1]
        if (url)
          page ??= fetch(url).then(answer => answer.text()).finally(() => kill('SIGTERM'))
      } })
      return { ...ended, page: (await page)?.slice(0, 20) }
    },
  }
}

/** @returns a port, and what resolves with the connection that a process makes to it */
export async function meetingPlace(): Promise<{ port: number, met: Promise<Socket>, close: () => void }> {
  const server = createServer()
  const met = new Promise<Socket>(done => server.once('connection', done))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return { port: (server.address() as AddressInfo).port, met, close: () => server.close() }
}
