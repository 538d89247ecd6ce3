/**
 * All slides of the built deck as one script and one stylesheet: who has the first has all, and a lost network loses
 * none. Stock Slidev fetches each when it comes near. Presenter mode and the readers' pages come when they are opened.
 */
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Plugin, PluginOption, Rolldown } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

type Group = (id: string, api: { getModuleInfo: (id: string) => Rolldown.ModuleInfo | null }) => string | undefined

/** What an audience may come to see: what these import comes with them. */
const SHOWN = /^\/@slidev\/slides\/\d+\/md$|\/@slidev\/client\/pages\/play\.vue$/

const PICTURE = /"(\/[^"]+\.(?:avif|gif|jpe?g|png|svg|webp))"/g
const typeOf = (file: string) => extname(file).slice(1).replace('svg', 'svg+xml').replace('jpg', 'jpeg')

/**
 * What lies in public/ is no module, and so in no file of the build: in one file it becomes one, where a slide names
 * it. Nothing is left to be loaded ahead.
 */
const publicFiles = (folder: string): Plugin => ({
  name: 'deck:public-files',
  enforce: 'pre',
  resolveId: id => id.startsWith('/') && existsSync(join(folder, id)) ? join(folder, id) : null,
  transformIndexHtml: { order: 'pre', handler: html => html.replace(/<link [^>]*as="image"[^>]*>/g, '') },
  transform(code, id) {
    if (!/__slidev_\d+\.frontmatter$/.test(id))
      return
    const inline = (file: string) => `"data:image/${typeOf(file)};base64,${readFileSync(file, 'base64')}"`
    return code.replace(/"images":\[[^\]]*\]/, '"images":[]')
      .replace(PICTURE, (found, path) => existsSync(join(folder, path)) ? inline(join(folder, path)) : found)
  },
})

/**
 * @param single whether everything goes into the page itself: styles, scripts, fonts and pictures
 * @param publicDir the deck's public/
 * @returns plugins for builds only
 */
export function bundle(single: boolean, publicDir: string): PluginOption[] {
  const one: Plugin = {
    name: 'deck:bundle',
    apply: 'build',
    config: {
      order: 'post',
      handler(config) {
        const { output } = config.build!.rollupOptions! as { output: { manualChunks?: Group } }
        const grouped = output.manualChunks!
        output.manualChunks = (id, api) =>
          SHOWN.test(id) || api.getModuleInfo(id)?.isEntry ? 'deck' : grouped(id, api)
        if (single) {
          delete output.manualChunks
          config.publicDir = false
        }
        // Browsers without `modulepreload` load modules all the same.
        const assetsInlineLimit = (file: string) => single || (/\.woff2?$/.test(file) ? false : undefined)
        return { build: { assetsInlineLimit, modulePreload: { polyfill: false } } }
      },
    },
  }
  return single ? [one, publicFiles(publicDir), viteSingleFile({ removeViteModuleLoader: true })] : [one]
}
