/** The deck's own Vite plugins; each says in its file what it is for. */
import { defineVitePluginsSetup } from '@slidev/types'
import { deck } from '../vite/deck'
import { lean } from '../vite/lean'

export default defineVitePluginsSetup(() => [lean(), deck()])
