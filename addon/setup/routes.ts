/**
 * A page for reading and two for paper, each loaded when it is asked for. Slidev has a print
 * route of its own in `slidev export` only, where it comes first.
 */
import { defineRoutesSetup } from '@slidev/types'

export default defineRoutesSetup(routes => [
  ...routes,
  { name: 'paper', path: '/print', component: () => import('../pages/PrintPage.vue') },
  { name: 'read', path: '/read/:slide?', component: () => import('../pages/ReadPage.vue') },
  { name: 'handout', path: '/handout', component: () => import('../pages/HandoutPage.vue') },
])
