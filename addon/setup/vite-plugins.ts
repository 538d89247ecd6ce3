/** The addon's Vite plugins; each says in its file what it is for. */
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
  const { mode, remote, data: { slides }, withoutNotes } = options
  // Asked for by a test or a shell that says otherwise, Vite would ship Vue's development build.
  if (mode === 'build')
    process.env.NODE_ENV = 'production'
  const single = Boolean(process.env.DECK_SINGLE)
  const constants = {
    __DECK_READING__: JSON.stringify(!withoutNotes && slides.some(slide => slide.note)),
    __DECK_BUILD__: JSON.stringify(Date.now().toString(36)),
  }
  return [{ name: 'deck:constants', config: () => ({ define: constants }) }, check(options), devSafety(remote), patchSlidev(mode), leaveOut(options), bundle(single), page(options, single), plan(options), yaml()]
})
