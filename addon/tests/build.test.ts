/** How a build comes into its place; what Slidev makes of a deck is the browser tests' matter. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { build, checkRoot } from '../run/build'
import { firstError, slidev } from '../run/slidev'

vi.mock('../run/slidev', { spy: true })
vi.setConfig({ testTimeout: 30_000 })

let folder: string
let out: string
/** What stands beside the build. */
const beside = () => readdirSync(folder).filter(name => name !== 'dist')
const index = () => readFileSync(join(out, 'index.html'), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'))
  out = join(folder, 'dist')
  vi.mocked(slidev).mockReset().mockImplementation(async (args) => {
    await new Promise(done => setTimeout(done, 300))
    writeFileSync(join(args[args.indexOf('--out') + 1]!, 'index.html'), `build ${vi.mocked(slidev).mock.calls.length}`)
    return []
  })
})
afterEach(() => rmSync(folder, { recursive: true }))

it('comes into its place whole, and leaves nothing beside', async () => {
  await build(out)
  expect([index(), beside()]).toEqual(['build 1', []])
  await build(out)
  expect([index(), beside()]).toEqual(['build 2', []])
})

it('that fails leaves the last good one, and nothing beside', async () => {
  await build(out)
  vi.mocked(slidev).mockImplementation(async (args) => {
    writeFileSync(join(args[args.indexOf('--out') + 1]!, 'index.html'), 'half')
    throw new Error('slide 2 (pages/a.md:4): is empty')
  })
  await expect(build(out)).rejects.toThrow(/^slide 2 \(pages\/a\.md:4\): is empty$/)
  expect([index(), beside()]).toEqual(['build 1', []])
})

it('is waited for, not made a second time', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  await Promise.all([build(out), build(out, {}, () => existsSync(out))])
  expect(slidev).toHaveBeenCalledOnce()
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/^Another terminal is building the deck: .*$/))
  said.mockRestore()
})

it('does not wait for one that died, and removes what it left', async () => {
  mkdirSync(join(folder, '.dist-a1B2c3'))
  const lock = join(folder, '.dist.lock')
  mkdirSync(lock)
  const before = new Date(Date.now() - 60_000)
  utimesSync(lock, before, before)
  await build(out)
  expect([index(), beside()]).toEqual(['build 1', []])
})

it('replaces no folder that holds anything else', async () => {
  mkdirSync(out)
  writeFileSync(join(out, 'thesis.doc'), 'years of work')
  await expect(build(out)).rejects.toThrow(/holds other files than a built deck: .*--out\.$/)
  expect(readdirSync(out)).toEqual(['thesis.doc'])
})

it('says in one line where it cannot be written', async () => {
  writeFileSync(join(folder, 'file'), '')
  await expect(build(join(folder, 'file', 'dist'))).rejects.toThrow(/^Cannot write .*: (?:ENOTDIR|EEXIST)\. .*$/)
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
