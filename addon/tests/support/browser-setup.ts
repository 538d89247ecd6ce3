/** One browser for all tests of a run, and a folder that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { launchServer } from '../../cli/browser'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one browser of all tests listens. */
    browserAddress: string
    /** A folder for what the tests make. */
    scratch: string
  }
}

export default async (project: TestProject) => {
  const scratch = mkdtempSync(join(tmpdir(), 'deck-test-'))
  project.provide('scratch', scratch)
  const browser = await launchServer()
  project.provide('browserAddress', browser.wsEndpoint())
  return async () => {
    await browser.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}
