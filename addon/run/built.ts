/** The built deck, of the present sources: as it stands where it is, built where it is not. */
import { build, DIST } from './build'
import { whyStale } from './record'

/**
 * @param signal aborts the build that may be needed
 * @returns the folder of the built deck
 * @throws when the build fails, with its first error in a line; the last good build then is as it was
 */
export async function ensureBuilt(signal?: AbortSignal): Promise<string> {
  const why = whyStale(DIST)
  if (why) {
    console.error(`${why}: building it.`)
    await build(DIST, { signal }, () => !whyStale(DIST))
  }
  return DIST
}
