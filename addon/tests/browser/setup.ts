/** Serves the built deck to all browser tests, building it first where its sources are newer. */
import type { TestProject } from 'vitest/node'
import { ensureBrowser } from '../../run/browser'
import { ensureBuilt } from '../../run/built'
import { serve } from '../../run/serve'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built deck's address, with a slash at the end. */
    deckUrl: string
    /** Its folder. */
    deckDir: string
  }
}

export default async (project: TestProject) => {
  await ensureBrowser()
  const dir = await ensureBuilt()
  const { url, close } = await serve(dir)
  project.provide('deckUrl', url)
  project.provide('deckDir', dir)
  return close
}
