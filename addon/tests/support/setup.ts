/** For the talk's tests: the deck built, served and exported once, and one browser. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { launchServer } from '../../cli/browser'
import { ensureBuilt } from '../../cli/build'
import { serve } from '../../cli/serve'
import { exportPaper } from '../../pdf/export'
import { parseOptions } from '../../pdf/options'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built deck's address, with a slash at the end. */
    deckUrl: string
    /** Its folder. */
    deckDir: string
    /** Path of its slides as PDF. */
    slidesPdf: string
    /** Path of its handout. */
    handoutPdf: string
  }
}

export default async (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'deck-test-'))
  const deckDir = await ensureBuilt()
  const slidesPdf = join(folder, 'deck.pdf')
  await exportPaper(parseOptions('slides', ['--handout', '--output', slidesPdf]), deckDir)
  const [browser, { url, close }] = await Promise.all([launchServer(), serve(deckDir)])
  project.provide('browserAddress', browser.wsEndpoint())
  project.provide('deckUrl', url)
  project.provide('deckDir', deckDir)
  project.provide('slidesPdf', slidesPdf)
  project.provide('handoutPdf', join(folder, 'deck-handout.pdf'))
  return async () => {
    await Promise.all([close(), browser.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}
