/** Tells whoever started the build which files it read, so that a later run knows whether they changed. */
import { isAbsolute } from 'node:path'
import type { Plugin } from 'vite'

/** What a plugin reads beside modules it says in its `api`, since Rolldown tells no one which files are watched (no upstream thread found). */
export interface Reads {
  reads: () => string[]
}

/** @returns a plugin for builds only */
export function sources(): Plugin {
  let beside: string[] = []
  return {
    name: 'deck:sources',
    apply: 'build',
    enforce: 'post',
    configResolved({ configFileDependencies, plugins }) {
      beside = [...configFileDependencies, ...plugins.flatMap(plugin => (plugin.api as Partial<Reads> | undefined)?.reads?.() ?? [])]
    },
    generateBundle(_, bundle) {
      const assets = Object.values(bundle).flatMap(file => file.type === 'asset' ? file.originalFileNames : [])
      const files = [...beside, ...this.getModuleIds()].map(id => id.replace(/\?.*$|__slidev_\d+\..*$/, ''))
      process.send?.({ sources: [...files, ...assets].filter(file => isAbsolute(file) && !file.includes('/node_modules/')) })
    },
  }
}
