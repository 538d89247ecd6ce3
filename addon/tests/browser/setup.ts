/** Serves a project's built deck to all its tests, building it first where its sources are newer. */
import { execFileSync } from 'node:child_process'
import type { TestProject } from 'vitest/node'
import { launchServer } from '../../run/browser'
import { serve } from '../../run/serve'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The deck's folder; the project's configuration names it. */
    deckRoot: string
    /** KB that the first load of slide 1 may weigh, compressed; the project's configuration says so. */
    firstLoad: number
    /** The built deck's address, with a slash at the end. */
    deckUrl: string
    /** Its folder. */
    deckDir: string
    /** Where the one browser of all tests listens. */
    browserAddress: string
  }
}

/** In a process of its own, since one process knows one deck. */
const ensureBuilt = (root: string) => execFileSync(process.execPath, [
  '--import', 'tsx', '--input-type=module', '--eval',
  `import { ensureBuilt } from '${new URL('../../run/built.ts', import.meta.url)}'; process.stdout.write(await ensureBuilt())`,
], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

export default async (project: TestProject) => {
  const dir = ensureBuilt(project.config.provide.deckRoot!)
  const browser = await launchServer()
  const { url, close } = await serve(dir)
  project.provide('deckUrl', url)
  project.provide('deckDir', dir)
  project.provide('browserAddress', browser.wsEndpoint())
  return () => Promise.all([close(), browser.close()])
}
