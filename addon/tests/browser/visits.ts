/** The built files as people get them: each visit in a profile of its own, which keeps what goes wrong and what is asked for. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-chromium'
import { onTestFinished } from 'vitest'
import { deckRoot } from '../../deck/load'

export interface Visit { page: Page, errors: string[], asked: string[] }

/** Opens an address and waits for slide 1. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const errors: string[] = []
  const asked: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(error.message))
  page.on('request', request => asked.push(request.url()))
  await page.goto(address)
  await headline(page, 0)
  return { page, errors, asked }
}

/** Waits until that slide shows, by its headline. */
export async function headline(page: Page, index: number): Promise<void> {
  await page.locator(`.slidev-page-${index + 1} h1`).first().waitFor({ state: 'visible' })
}

/** Every file of a build as one text. */
export function textOf(dir: string): string {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile() && /\.(html|js|css|webmanifest)$/.test(file.name))
    .map(file => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n')
}

/** @returns a folder in the deck's `out/`, and what removes it */
export function scratchFolder(): { scratch: string, remove: () => void } {
  mkdirSync(join(deckRoot, 'out'), { recursive: true })
  const scratch = mkdtempSync(join(deckRoot, 'out', 'build-test-'))
  return { scratch, remove: () => rmSync(scratch, { recursive: true, force: true }) }
}

/** Runs a script of package.json in the deck's folder. @returns what it printed @throws the same, when it fails */
export const npm = (...args: string[]) => new Promise<string>((done, fail) => {
  const run = spawn('npm', ['run', '--silent', ...args], { cwd: deckRoot })
  let printed = ''
  run.stdout.on('data', part => printed += part)
  run.stderr.on('data', part => printed += part)
  run.on('close', code => code === 0 ? done(printed) : fail(new Error(printed)))
})
