/** Tells whoever started the build which files it took in, so that a later run knows whether they changed. */
import { isAbsolute } from 'node:path'
import type { Plugin } from 'vite'
import type { Said } from '../run/slidev'

/** @returns a plugin for builds only */
export function sources(): Plugin {
  let config: string[] = []
  return {
    name: 'deck:sources',
    apply: 'build',
    enforce: 'post',
    configResolved({ configFileDependencies }) {
      config = configFileDependencies
    },
    // Rolldown tells its plugins of modules and assets, not of watched files (no upstream thread found):
    // those stand at places which addon/run/record.ts knows.
    generateBundle(_, bundle) {
      const assets = Object.values(bundle).flatMap(file => file.type === 'asset' ? file.originalFileNames : [])
      const files = [...config, ...this.getModuleIds(), ...assets].map(id => id.replace(/\?.*$|__slidev_\d+\..*$/, ''))
      const said: Said = { sources: files.filter(file => isAbsolute(file) && !file.includes('/node_modules/')) }
      process.send?.(said)
    },
  }
}
