/**
 * The built deck as one script and one stylesheet: who has the first slide has them all, and a lost network loses none.
 * Stock Slidev fetches each slide, and each of its own pages, when it comes near.
 */
import type { Plugin, PluginOption, Rolldown } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

/** Characters of libraries that a part loaded lazily may bring into the script; Mermaid and Monaco bring millions. */
const LIGHT = 200_000

type ModuleInfo = (id: string) => Rolldown.ModuleInfo | null

/** All that the entry imports, at once or lazily, but for lazy parts whose libraries are heavy: these stay files apart. */
export function inScript(entries: string[], infoOf: ModuleInfo): Set<string> {
  const script = new Set<string>()
  const open = [...entries]
  for (let id = open.pop(); id; id = open.pop()) {
    const part = new Set([id])
    for (const module of part)
      infoOf(module)?.importedIds.filter(id => !script.has(id)).forEach(id => part.add(id))
    const libraries = [...part].filter(id => /\/node_modules\/(?!@slidev\/client\/)/.test(id))
    if (!entries.includes(id) && libraries.reduce((sum, id) => sum + (infoOf(id)?.code?.length ?? 0), 0) > LIGHT)
      continue
    for (const module of part) {
      script.add(module)
      open.push(...infoOf(module)?.dynamicallyImportedIds.filter(id => !script.has(id)) ?? [])
    }
  }
  return script
}

/**
 * @param single whether everything goes into the page itself: styles, scripts, fonts and pictures
 * @returns plugins for builds only
 */
export function bundle(single: boolean): PluginOption[] {
  const entries: string[] = []
  let script: Set<string> | undefined
  const one: Plugin = {
    name: 'deck:bundle',
    apply: 'build',
    config: {
      order: 'post',
      handler({ build }) {
        const output = build!.rollupOptions!.output as { manualChunks?: (id: string, api: { getModuleInfo: ModuleInfo }) => string | undefined }
        const grouped = output.manualChunks!
        output.manualChunks = (id, api) => (script ??= inScript(entries, api.getModuleInfo)).has(id) ? 'deck' : grouped(id, api)
        if (single) {
          delete output.manualChunks
          build!.assetsInlineLimit = () => true
        }
        // Browsers without `modulepreload` load modules all the same.
        return { build: { cssCodeSplit: false, modulePreload: { polyfill: false } } }
      },
    },
    moduleParsed({ id, isEntry }) {
      if (isEntry)
        entries.push(id)
    },
  }
  return single ? [one, viteSingleFile({ removeViteModuleLoader: true })] : [one]
}
