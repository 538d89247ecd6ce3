/** What a process made for the moment is gone when it is, however it ended. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'leftovers-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs code of this addon in a process of its own, until it says something. */
async function run(code: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<[code: number | null, signal: string | null]>(done => child.on('close', (...how) => done(how)))
  const said = await new Promise<string>(done => child.stdout.once('data', part => done(String(part))))
  return { child, ended, said }
}
const from = (file: string) => JSON.stringify(new URL(`../${file}`, import.meta.url).href)
const gone = (path: string) => vi.waitFor(() => expect(existsSync(path)).toBe(false), { timeout: 10_000 })

describe.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)('on %s', (signal) => {
  it('go scratch folders and parts; what was let go stays', async () => {
    const [part, kept] = ['part', 'kept'].map(name => join(folder, `${signal}-${name}`)) as [string, string]
    const { child, ended } = await run(`
      import { removeAtEnd, scratchFolder } from ${from('run/leftovers.ts')}
      import { command } from ${from('run/command.ts')}
      import { writeFileSync } from 'node:fs'
      command(async () => {
        for (const path of ${JSON.stringify([part, kept])})
          writeFileSync(path, '')
        removeAtEnd(${JSON.stringify(part)})
        removeAtEnd(${JSON.stringify(kept)})()
        console.log(scratchFolder())
        await new Promise(() => setInterval(() => {}, 1000))
      })`)
    child.kill(signal)
    const [code, killed] = await ended
    expect(killed ?? code).toBe({ SIGTERM: 143, SIGINT: 130, SIGHUP: 129, SIGKILL: 'SIGKILL' }[signal])
    await gone(part)
    expect(existsSync(kept)).toBe(true)
  }, 30_000)
})

it.skipIf(process.platform === 'win32')('on SIGKILL goes who still works in a scratch folder, and the folder', async () => {
  const worker = `setInterval(() => { fs.mkdirSync(process.argv[1], { recursive: true }); fs.writeFileSync(process.argv[1] + '/a', '') }, 20)`
  const { child, ended, said } = await run(`
    import { scratchFolder } from ${from('run/leftovers.ts')}
    import { spawn } from 'node:child_process'
    const scratch = scratchFolder()
    const { pid } = spawn(process.execPath, ['-e', ${JSON.stringify(worker)}, scratch], { detached: true, stdio: 'ignore' })
    setTimeout(() => console.log(JSON.stringify([scratch, pid])), 500)`)
  const [scratch, pid] = JSON.parse(said) as [string, number]
  expect(readdirSync(scratch)).toEqual(['a'])
  child.kill('SIGKILL')
  await ended
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 10_000 })
  await gone(scratch)
}, 30_000)

it('a file that is being written when its writer is killed is the old one, whole', async () => {
  const path = join(folder, 'old.pdf')
  writeFileSync(path, 'the old file')
  const { child, ended } = await run(`
    import { writeWhole } from ${from('pdf/write.ts')}
    import { watch } from 'node:fs'
    watch(${JSON.stringify(folder)}, (_, name) => name?.endsWith('.part') && process.kill(process.pid, 'SIGKILL'))
    console.log('ready')
    await writeWhole(${JSON.stringify(path)}, new Uint8Array(3e8))`)
  child.unref()
  expect(await ended).toEqual([null, 'SIGKILL'])
  await vi.waitFor(() => expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([]), { timeout: 10_000 })
  expect(readFileSync(path, 'utf8')).toBe('the old file')
}, 30_000)

it('a file for which there is no room is the old one, and says so', async () => {
  const path = join(folder, 'full.pdf')
  writeFileSync(path, 'the old file')
  // A limit on the size of files, in blocks of 512 or 1024 bytes, stands for a full disk.
  const child = spawn('sh', ['-c', 'ulimit -f 16; exec "$0" "$@"', process.execPath, '--import', 'tsx', '--input-type=module', '--eval', `
    import { writeWhole } from ${from('pdf/write.ts')}
    import { command } from ${from('run/command.ts')}
    command(() => writeWhole(${JSON.stringify(path)}, new Uint8Array(1e6)))`], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', part => said += part)
  expect(await new Promise(done => child.on('close', done))).toBe(1)
  expect(said).toMatch(/^Cannot write .*full\.pdf: EFBIG\. .*\n$/)
  expect(readFileSync(path, 'utf8')).toBe('the old file')
  expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
}, 30_000)
