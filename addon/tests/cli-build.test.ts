/** How a build comes into its place, and when it is made again. */
import { once } from 'node:events'
import { readdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { checkRoot, firstError } from '../cli/build'
import { meetingPlace, stubDeck } from './support/stub-deck'

let talk: ReturnType<typeof stubDeck>
beforeEach(() => {
  talk = stubDeck({ 'slides.md': '# Good\n', 'package-lock.json': '{}' })
})

const WRONG = 'The build failed: slide 2 (slides.md): Element is missing end tag.'

it('comes into its place whole, and leaves nothing beside', async () => {
  expect(await talk.deck(['build'])).toMatchObject({ code: 0, out: 'dist: the deck, notes included\n' })
  expect(talk.read('dist/index.html')).toMatch(/^# Good/)
  expect(talk.left()).toEqual([])
})

it('that fails says why in a line and leaves the last good one, which `start` then offers', async () => {
  await talk.deck(['build'])
  talk.write('slides.md', '# Good, then wrong\n')
  expect(await talk.deck(['build'])).toMatchObject({ code: 1, err: `Building the deck …\n${WRONG}\n` })
  const offer = 'The last good build is still there: `deck start --last` presents it.'
  expect(await talk.start()).toMatchObject({ code: 1, err: expect.stringContaining(`${WRONG}\n${offer}`) })
  expect(await talk.start('--last')).toMatchObject({ code: 143, page: expect.stringMatching(/^# Good\n/) })
  expect(talk.left()).toEqual([])
})

it('is made again when something that it may read changes, and for nothing else', async () => {
  const at = (path: string) => join(talk.root, path)
  talk.write('public/a.svg', '')
  talk.write('other/B.vue', '')
  utimesSync(at('other/B.vue'), 0, 0)
  await talk.deck(['build'])
  const why = async (change: () => void, ...args: string[]) => {
    change()
    return (await talk.start(...args)).err.replace(/(?: since the deck was built)?: building it\.\n$/, '')
  }
  expect(await why(() => ['README.md', 'out/slides.pdf'].forEach(path => talk.write(path, '')))).toBe('')
  expect(await why(() => talk.write('slides.md', '# Better\n'))).toBe('slides.md changed')
  expect(await why(() => renameSync(at('other/B.vue'), at('other/C.vue')))).toBe('other/C.vue changed')
  expect(await why(() => rmSync(at('public/a.svg')))).toBe('A source went')
  expect(await why(() => talk.write('package-lock.json', '{ }'))).toBe('package-lock.json changed')
  expect(await why(() => rmSync(at('dist/.deck-build.json')))).toBe('The built deck is not known to be whole')
  talk.write('talk.md', '# Another\n')
  expect(await why(() => {}, 'talk.md')).toBe('slides.md was built last')
  await talk.deck(['build', '--without-notes'])
  rmSync(at('dist'), { recursive: true })
  expect(await why(() => renameSync(at('dist-without-notes'), at('dist')))).toBe('The built deck holds no notes')
})

it.each(['SIGINT', 'SIGTERM'] as const)('stopped by %s ends its processes and leaves nothing', async (signal) => {
  const { port, met, close } = await meetingPlace()
  talk.write('slides.md', `# hang, port ${port}\n`)
  let kill: (signal?: NodeJS.Signals) => void
  const ended = talk.deck(['build'], { said: (_, end) => kill = end })
  const builder = await met
  const gone = once(builder, 'close')
  builder.resume()
  kill!(signal)
  expect((await ended).code).toBe(signal === 'SIGINT' ? 130 : 143)
  await gone
  expect(talk.left()).toEqual([])
  close()
})

it('replaces no folder that holds anything else, and says where it cannot be written', async () => {
  talk.write('papers/thesis.doc', 'years of work')
  const into = async (out: string) => (await talk.deck(['build', '--out', out])).err
  expect(await into('papers')).toMatch(/papers holds other files than a built deck: .*--out\.\n$/)
  expect(readdirSync(join(talk.root, 'papers'))).toEqual(['thesis.doc'])
  expect(await into('slides.md/dist')).toMatch(/Cannot write slides\.md\/dist: (?:ENOTDIR|EEXIST)\. .*\n$/)
})

it('gives its readers, fifty at once, the old page or the new one, whole', async () => {
  await talk.deck(['build'])
  let builds = 0
  const read = async (url: string) => {
    const seen: string[] = []
    while (builds < 3) {
      const answer = await fetch(url)
      const lines = new Set((await answer.text()).trim().split('\n'))
      seen.push(`${answer.status} ${[...lines].join(', ')}`)
    }
    return seen
  }
  let stop = () => {}
  onTestFinished(() => stop())
  let serving: Promise<unknown>
  const url = await new Promise<string>((found) => {
    serving = talk.deck(['start', '--no-open', '--port', '0'], { said(printed, kill) {
      stop = kill
      const [, url] = printed.match(/Audience +(\S+)/) ?? []
      if (url)
        found(url)
    } })
  })
  const readers = Array.from({ length: 50 }, () => read(url))
  for (; builds < 3; builds++) {
    talk.write('slides.md', `# Good ${builds}\n`)
    expect((await talk.deck(['build'])).code).toBe(0)
  }
  const seen = new Set((await Promise.all(readers)).flat())
  expect([...seen].filter(page => !/^200 # Good( \d)?$/.test(page))).toEqual([])
  stop()
  expect(await serving!).toMatchObject({ code: 143, err: '' })
})

it('says that the picture for links is lacking, where no browser can draw it', async () => {
  talk.write('slides.md', '---\nseoMeta: { ogImage: og.png }\n---\n\n# Good\n')
  const { code, err } = await talk.deck(['build'], { env: { CHROMIUM_PATH: '/none' } })
  expect([code, err]).toEqual([0, expect.stringMatching(/\nog\.png, the picture for links, is not drawn: .*\n$/)])
})

it.each(['/a/#3', '/a/what?', '/a/*', '/a/[2027]', '/a/a|b'])('is refused in one line in %s', (root) => {
  expect(() => checkRoot(root)).toThrow(/^No deck can be built .*: rename the folder\.$/)
  expect(() => checkRoot('/my talks/文化 100% (2)')).not.toThrow()
})

const PRINTED = `✗ Build failed in 2s

Build failed with 1 error:

[plugin vite-plugin-pwa:build]
Error: Build failed with 2 errors:

[plugin vite:vue] ${process.cwd()}/pages/talent.md__slidev_8.md:3:16
RolldownError: Element is missing end tag.
SyntaxError: Element is missing end tag.
    at createCompilerError (/a.js:1:2)`
const UNRESOLVED = 'Could not resolve \'./gone.png\' in pages/talent.md'
const THEME = 'The theme "gone" was not found and cannot prompt for installation'

it.each([
  [PRINTED, 'slide 8 (pages/talent.md): Element is missing end tag.'],
  [`Error: Build failed\n\n\u001B[31m[UNRESOLVED_IMPORT] \u001B[0m${UNRESOLVED}__slidev_8.md\n   ╭─`,
    `${UNRESOLVED}, slide 8`],
  [`${THEME}\n`, THEME],
  ['', 'it said nothing'],
])('names of all that a failed build printed the first error (%#)', (printed, line) => {
  expect(firstError(printed)).toBe(line)
})
