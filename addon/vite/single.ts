/** Everything in one page, for `npm run build:single`. */
import type { Plugin, PluginOption } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

/** @returns plugins which write styles, scripts, fonts and pictures into index.html; none unless DECK_SINGLE is set */
export function single(): PluginOption[] {
  if (!process.env.DECK_SINGLE)
    return []
  const grouping: Plugin = {
    name: 'deck:single',
    apply: 'build',
    config: {
      order: 'post',
      handler(config) {
        // One file cannot be grouped into several, and leaves no font beside it.
        delete (config.build!.rollupOptions!.output as Record<string, unknown>).manualChunks
        config.build!.assetsInlineLimit = () => true
      },
    },
  }
  return [viteSingleFile({ removeViteModuleLoader: true }), grouping]
}
