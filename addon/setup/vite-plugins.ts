/** The addon's Vite plugins; each says in its file what it is for. */
import { join } from 'node:path'
import { defineVitePluginsSetup } from '@slidev/types'
import { bundle } from '../vite/bundle'
import { check } from '../vite/check'
import { devSafety } from '../vite/dev-safety'
import { leaveOut } from '../vite/leave-out'
import { page } from '../vite/page'
import { patchSlidev } from '../vite/patch-slidev'
import { plan } from '../vite/plan'
import { yaml } from '../vite/yaml'

export default defineVitePluginsSetup((options) => {
  const { mode, userRoot } = options
  // Asked for by a test or a shell that says otherwise, Vite would ship Vue's development build.
  if (mode === 'build')
    process.env.NODE_ENV = 'production'
  const publicDir = join(userRoot, 'public')
  const single = Boolean(process.env.DECK_SINGLE)
  const constants = { __DECK_BUILD__: JSON.stringify(Date.now().toString(36)) }
  return [{ name: 'deck:constants', config: () => ({ define: constants }) }, check(options), devSafety(options), patchSlidev(mode), leaveOut(options), bundle(single, publicDir), page(options, publicDir, single), plan(options), yaml()]
})
