/** Tells whoever started the build which files it took in, so that a later run knows whether they changed. */
import { isAbsolute } from 'node:path'
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { Said } from '../run/slidev'

/**
 * @param options of Slidev: its own list holds what makes no module, such as a page whose slides are all hidden
 * @returns a plugin for builds only
 */
export function sources({ data }: ResolvedSlidevOptions): Plugin {
  let config: string[] = []
  return {
    name: 'deck:sources',
    apply: 'build',
    enforce: 'post',
    configResolved({ configFileDependencies }) {
      config = configFileDependencies
    },
    // Rolldown tells its plugins of modules and assets, not of files that other plugins watch (no upstream thread found):
    // those stand at places which addon/run/record.ts knows.
    generateBundle(_, bundle) {
      const assets = Object.values(bundle).flatMap(file => file.type === 'asset' ? file.originalFileNames : [])
      const files = [...config, ...Object.keys(data.watchFiles), ...this.getModuleIds(), ...assets].map(id => id.replace(/\?.*$|__slidev_\d+\..*$/, ''))
      const said: Said = { sources: files.filter(file => isAbsolute(file) && !file.includes('/node_modules/')) }
      process.send?.(said)
    },
  }
}
