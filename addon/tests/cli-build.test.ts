/** How a build comes into its place, and when it is made again. */
import { once } from 'node:events'
import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
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
  expect(await talk.start()).toMatchObject({ code: 1, err: expect.stringContaining(`${WRONG}\nThe last good build is still there: \`deck start --last\` presents it.`) })
  expect(await talk.start('--last')).toMatchObject({ code: 143, page: expect.stringMatching(/^# Good\n/) })
  expect(talk.left()).toEqual([])
})

it.each<[why: string, change: () => void]>([
  ['slides.md changed', () => talk.write('slides.md', '# Better\n')],
  ['components/Old.vue changed', () => {
    writeFileSync(join(talk.root, 'Old.vue'), '')
    utimesSync(join(talk.root, 'Old.vue'), 0, 0)
    mkdirSync(join(talk.root, 'components'))
    renameSync(join(talk.root, 'Old.vue'), join(talk.root, 'components/Old.vue'))
  }],
  ['A source went', () => rmSync(join(talk.root, 'public/a.svg'))],
  ['package-lock.json changed', () => talk.write('package-lock.json', '{ }')],
  ['The built deck lacks files', () => rmSync(join(talk.root, 'dist/assets/a.js'))],
  ['The built deck is not known to be whole', () => rmSync(join(talk.root, 'dist/.deck-build.json'))],
])('is made again: %s', async (why, change) => {
  talk.write('public/a.svg', '')
  await talk.deck(['build'])
  change()
  expect((await talk.start()).err).toMatch(new RegExp(`^${why}.*: building it\\.\n$`))
})

it('is not made again for what no slide reads, but for notes it lacks and another entry', async () => {
  await talk.deck(['build'])
  talk.write('README.md', '')
  talk.write('out/slides.pdf', '')
  expect((await talk.start()).err).toBe('')
  talk.write('talk.md', '# Another\n')
  expect((await talk.deck(['start', 'talk.md', '--no-open', '--port', '0'], { said: (printed, kill) => printed.includes('Audience') && kill() })).err)
    .toBe('slides.md was built last: building it.\n')
  await talk.deck(['build', '--without-notes'])
  rmSync(join(talk.root, 'dist'), { recursive: true })
  renameSync(join(talk.root, 'dist-without-notes'), join(talk.root, 'dist'))
  expect((await talk.start()).err).toBe('The built deck holds no notes: building it.\n')
})

it.each(['SIGINT', 'SIGTERM'] as const)('that is stopped by %s ends its processes and leaves nothing', async (signal) => {
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
  expect((await talk.deck(['build', '--out', 'papers'])).err).toMatch(/papers holds other files than a built deck: .*--out\.\n$/)
  expect(readdirSync(join(talk.root, 'papers'))).toEqual(['thesis.doc'])
  expect((await talk.deck(['build', '--out', 'slides.md/dist'])).err).toMatch(/Cannot write slides\.md\/dist: (?:ENOTDIR|EEXIST)\. .*\n$/)
})

it('gives its readers, fifty at once, the old page or the new one, whole', async () => {
  await talk.deck(['build'])
  let builds = 0
  const read = async (url: string) => {
    const seen: string[] = []
    while (builds < 3) {
      const answer = await fetch(url)
      seen.push(`${answer.status} ${[...new Set((await answer.text()).trim().split('\n'))].join(', ')}`)
    }
    return seen
  }
  let stop: () => void
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
  stop!()
  expect(await serving!).toMatchObject({ code: 143, err: '' })
})

it.each(['/talks/#3', '/talks/what?', '/talks/*', '/talks/[2027]', '/talks/a|b'])('says in one line that nothing can be built in %s', (root) => {
  expect(() => checkRoot(root)).toThrow(/^No deck can be built .*: rename the folder\.$/)
  expect(() => checkRoot('/my talks/文化 100% (2)')).not.toThrow()
})

it.each([
  [`✗ Build failed in 2s\n\nBuild failed with 1 error:\n\n[plugin vite-plugin-pwa:build]\nError: Build failed with 2 errors:\n\n[plugin vite:vue] ${process.cwd()}/pages/talent.md__slidev_8.md:3:16\nRolldownError: Element is missing end tag.\nSyntaxError: Element is missing end tag.\n    at createCompilerError (/a.js:1:2)`,
    'slide 8 (pages/talent.md): Element is missing end tag.'],
  ['Error: Build failed with 1 error:\n\n\u001B[31m[UNRESOLVED_IMPORT] \u001B[0mCould not resolve \'./gone.png\' in pages/talent.md__slidev_8.md\n   ╭─[ pages ]',
    'Could not resolve \'./gone.png\' in pages/talent.md, slide 8'],
  ['The theme "gone" was not found and cannot prompt for installation\n', 'The theme "gone" was not found and cannot prompt for installation'],
  ['', 'it said nothing'],
])('names of all that a failed build printed the first error (%#)', (printed, line) => {
  expect(firstError(printed)).toBe(line)
})
