/**
 * Two pages for paper, each in its own lazily loaded chunk. Slidev has a print
 * route of its own in `slidev export` only, where it comes first.
 */
import { defineRoutesSetup } from '@slidev/types'

export default defineRoutesSetup(routes => [
  ...routes,
  { path: '/print', component: () => import('../paper/PrintPages.vue') },
  { path: '/handout', component: () => import('../paper/HandoutPages.vue') },
])
