/** One browser for all tests of a run. */
import type { TestProject } from 'vitest/node'
import { launchServer } from '../../cli/browser'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one browser of all tests listens. */
    browserAddress: string
  }
}

export default async (project: TestProject) => {
  const browser = await launchServer()
  project.provide('browserAddress', browser.wsEndpoint())
  return () => browser.close()
}
