/**
 * What a command makes for the moment goes when it ends, however it ends: a
 * second process outlives it by a moment and removes it. Handlers of signals
 * cannot: there is none for SIGKILL, and none runs while a library blocks.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'

/** Reads a path a line, to be removed (`+`), with whoever still works in it (`!`), or left alone after all (`-`), until its giver is gone. */
const SWEEPER = `
let text = ''
process.stdin.setEncoding('utf8').on('data', part => text += part).on('end', () => {
  const paths = new Set()
  for (const line of text.split('\\n').filter(Boolean)) {
    const path = JSON.parse(line.slice(1))
    paths[line[0] === '-' ? 'delete' : 'add'](path)
    // A browser whose command was killed notices in its own time, and writes until then. (Windows has no pkill: it is waited for.)
    if (line[0] === '!')
      require('child_process').spawnSync('pkill', ['-KILL', '-f', path.replace(/[^\\w/-]/g, '.')])
  }
  const sweep = () => paths.forEach((path) => {
    try { require('fs').rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }) } catch {}
  })
  sweep()
  // What is being killed on a busy machine may still write.
  for (const later of [500, 2000, 6000]) setTimeout(sweep, later)
})`

let sweeper: Writable | undefined

/** Out of the terminal's group, whose Ctrl+C would end it too; and not in the way of this process's own end. */
function startSweeper(): Writable {
  const child = spawn(process.execPath, ['-e', SWEEPER], { cwd: tmpdir(), detached: true, windowsHide: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.on('error', () => {})
  child.stdin.on('error', () => {})
  child.unref()
  ;(child.stdin as unknown as { unref: () => void }).unref()
  return child.stdin
}

function tell(sign: '+' | '!' | '-', path: string): void {
  sweeper ??= startSweeper()
  sweeper.write(`${sign}${JSON.stringify(path)}\n`)
}

/**
 * @param path absolute path of a file or folder that may not outlive this process, made already or not
 * @returns to be called when it may stay, or is gone
 */
export function removeAtEnd(path: string): () => void {
  tell('+', path)
  return () => tell('-', path)
}

let scratch: string | undefined

/** @returns this process's own folder for passing files, gone when it ends */
export function scratchFolder(): string {
  if (!scratch) {
    scratch = mkdtempSync(join(tmpdir(), 'deck-'))
    tell('!', scratch)
  }
  return scratch
}
