/** The addon's Vite plugins; each says in its file what it is for. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineVitePluginsSetup, type ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { bundle } from '../vite/bundle'
import { check } from '../vite/check'
import { devSafety } from '../vite/dev-safety'
import { leaveOut } from '../vite/leave-out'
import { page } from '../vite/page'
import { patchSlidev } from '../vite/patch-slidev'
import { plan } from '../vite/plan'
import { yaml } from '../vite/yaml'

/** For `download`, Slidev prints with Playwright's own browser alone, and under no relative base: then it goes. */
async function preparePrint({ base = '/', userRoot, data: { config } }: ResolvedSlidevOptions): Promise<void> {
  try {
    if (base.startsWith('.'))
      throw new Error('Slidev cannot print a deck with a relative base; link to what `deck export` writes.')
    if (!createRequire(join(userRoot, 'package.json')).resolve.paths('playwright-chromium')?.some(folder =>
      existsSync(join(folder, 'playwright-chromium'))))
      throw new Error('Slidev prints with the package playwright-chromium, which is not installed.')
    config.export = { executablePath: (await import('../cli/browser')).findBrowser(), ...config.export }
  }
  catch (error) {
    console.warn(`deck: \`download\` is left out: ${(error as Error).message}`)
    config.download = false
  }
}

const addon = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/')

/** What holds the app's state is the client's own copy: npm gives each package a copy where versions differ. */
const shared = (client: string): Plugin => ({
  name: 'deck:shared',
  enforce: 'pre',
  resolveId: {
    order: 'pre',
    handler(id, importer) {
      return /^(?:vue-router|@unhead\/vue|@vueuse\/core)$/.test(id) && importer?.startsWith(addon)
        ? this.resolve(id, join(client, 'index.ts'), { skipSelf: true })
        : undefined
    },
  },
})

export default defineVitePluginsSetup(async (options) => {
  const { mode, userRoot, clientRoot, data: { config } } = options
  if (mode === 'build') {
    // Asked for by a test or a shell that says otherwise, Vite would ship Vue's development build.
    process.env.NODE_ENV = 'production'
    if (config.download === true || config.download === 'auto')
      await preparePrint(options)
  }
  const publicDir = join(userRoot, 'public')
  const single = Boolean(process.env.DECK_SINGLE)
  const constants = { __DECK_BUILD__: JSON.stringify(Date.now().toString(36)) }
  return [
    { name: 'deck:constants', config: () => ({ define: constants }) },
    {
      // Vite writes a small drawing of public/ into the module that shows it, and keeps it there until a restart.
      name: 'deck:public-drawings',
      handleHotUpdate({ file, server }) {
        if (!file.startsWith(`${publicDir}/`))
          return
        server.moduleGraph.invalidateAll()
        server.ws.send({ type: 'full-reload' })
      },
    },
    shared(clientRoot), check(options), devSafety(options), patchSlidev(mode), leaveOut(options),
    bundle(single, publicDir), page(options, publicDir, single), plan(options), yaml(),
  ]
})
