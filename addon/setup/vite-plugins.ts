/** The deck's own Vite plugins; each says in its file what it is for. */
import { defineVitePluginsSetup } from '@slidev/types'
import { access } from '../vite/access'
import { deck } from '../vite/deck'
import { devSafety } from '../vite/dev-safety'
import { faults } from '../vite/faults'
import { lean } from '../vite/lean'
import { meta } from '../vite/meta'
import { notes } from '../vite/notes'
import { offline } from '../vite/offline'
import { page } from '../vite/page'
import { plan } from '../vite/plan'
import { reading } from '../vite/reading'
import { single } from '../vite/single'
import { sources } from '../vite/sources'
import { turn } from '../vite/turn'
import { yaml } from '../vite/yaml'

export default defineVitePluginsSetup((options) => {
  const { mode, remote, entry, data: { slides }, withoutNotes } = options
  // Asked for by a test or a shell that says otherwise, Vite would ship Vue's development build.
  if (mode === 'build')
    process.env.NODE_ENV = 'production'
  const read = reading(!withoutNotes && slides.some(slide => slide.note))
  const id = { name: 'deck:build-id', config: () => ({ define: { __DECK_BUILD__: JSON.stringify(Date.now().toString(36)) } }) }
  return [id, devSafety(remote), lean(options), offline(), notes(), meta(), deck(), access(), turn(), single(), read, page(), plan(entry), yaml(), faults(entry), sources(options)]
})
