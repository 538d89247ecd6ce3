/** The deck's own Vite plugins; each says in its file what it is for. */
import { defineVitePluginsSetup } from '@slidev/types'
import { access } from '../vite/access'
import { deck } from '../vite/deck'
import { devSafety } from '../vite/dev-safety'
import { faults } from '../vite/faults'
import { firstView } from '../vite/first-view'
import { lean } from '../vite/lean'
import { menus } from '../vite/menus'
import { meta } from '../vite/meta'
import { notes } from '../vite/notes'
import { offline } from '../vite/offline'
import { page } from '../vite/page'
import { plan } from '../vite/plan'
import { reading } from '../vite/reading'
import { single } from '../vite/single'
import { sources } from '../vite/sources'
import { styles } from '../vite/styles'
import { turn } from '../vite/turn'
import { yaml } from '../vite/yaml'

export default defineVitePluginsSetup((options) => {
  const { mode, remote, entry, data: { slides, config }, withoutNotes } = options
  // Asked for by a test or a shell that says otherwise, Vite would ship Vue's development build.
  if (mode === 'build')
    process.env.NODE_ENV = 'production'
  const first = firstView({ slides: slides.length, routerMode: config.routerMode, colorSchema: config.colorSchema })
  const read = reading(!withoutNotes && slides.some(slide => slide.note))
  return [devSafety(remote), lean(options), offline(), notes(), meta(), deck(), access(), menus(), turn(), styles(), first, single(), read, page(), plan(entry), yaml(), faults(options), sources(options)]
})
