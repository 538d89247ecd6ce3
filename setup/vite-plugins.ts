/** The deck's own Vite plugins; each says in its file what it is for. */
import { defineVitePluginsSetup } from '@slidev/types'
import { access } from '../vite/access'
import { deck } from '../vite/deck'
import { devSafety } from '../vite/dev-safety'
import { lean } from '../vite/lean'

export default defineVitePluginsSetup(({ remote }) => [devSafety(remote), lean(), deck(), access()])
