/** The deck's own Vite plugins; each says in its file what it is for. */
import { defineVitePluginsSetup } from '@slidev/types'
import { access } from '../vite/access'
import { deck } from '../vite/deck'
import { devSafety } from '../vite/dev-safety'
import { faults } from '../vite/faults'
import { lean } from '../vite/lean'
import { menus } from '../vite/menus'
import { notes } from '../vite/notes'
import { offline } from '../vite/offline'
import { page } from '../vite/page'
import { plan } from '../vite/plan'
import { reading } from '../vite/reading'
import { single } from '../vite/single'
import { sources } from '../vite/sources'
import { yaml } from '../vite/yaml'

export default defineVitePluginsSetup((options) => {
  const { mode, remote, entry, data, withoutNotes } = options
  // Asked for by a test or a shell that says otherwise, Vite would ship Vue's development build.
  if (mode === 'build')
    process.env.NODE_ENV = 'production'
  return [devSafety(remote), lean(options), offline(), notes(), deck(), access(), menus(), single(), reading(!withoutNotes && data.slides.some(slide => slide.note)), page(), plan(entry), yaml(), faults(entry), sources(options)]
})
