/**
 * A page for reading and two for paper, each loaded when it is asked for. Slidev has a print
 * route of its own in `slidev export` only, where it comes first.
 */
import { defineRoutesSetup } from '@slidev/types'

export default defineRoutesSetup(routes => [
  ...routes,
  { name: 'paper', path: '/print', component: () => import('../paper/PrintPages.vue') },
  { name: 'read', path: '/read/:slide?', component: () => __DECK_READING__ ? import('../read/ReadPage.vue') : import('../read/NoReading.vue') },
  { name: 'handout', path: '/handout', component: () => import('../read/HandoutPages.vue') },
])
