/** The built files as people get them: each visit in a profile of its own, which keeps what goes wrong and what is asked for. */
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
export function outFolder(): { folder: string, remove: () => void } {
  mkdirSync(join(deckRoot, 'out'), { recursive: true })
  const folder = mkdtempSync(join(deckRoot, 'out', 'build-test-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
