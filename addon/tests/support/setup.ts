/** For the talk's tests: the deck built, served and exported once, and one browser. */
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../cli/build'
import { serve } from '../../cli/serve'
import { exportPaper } from '../../pdf/export'
import { paperOptions } from '../../pdf/export'
import provideBrowser from './browser-setup'

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
  const closeBrowser = await provideBrowser(project)
  const { scratch } = project.getProvidedContext()
  const deckDir = await ensureBuilt()
  const slidesPdf = join(scratch, 'deck.pdf')
  await exportPaper(paperOptions('slides', { handout: true, output: slidesPdf }), deckDir)
  const { url, close } = await serve(deckDir)
  project.provide('deckUrl', url)
  project.provide('deckDir', deckDir)
  project.provide('slidesPdf', slidesPdf)
  project.provide('handoutPdf', join(scratch, 'deck-handout.pdf'))
  return () => Promise.all([close(), closeBrowser()])
}
