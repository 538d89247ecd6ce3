/**
 * A page for reading and two for paper, each loaded when it is asked for. `/print` is Slidev's own, in its export and
 * where a deck has `download`.
 */
import { defineRoutesSetup } from '@slidev/types'

export default defineRoutesSetup(routes => [
  ...routes,
  { name: 'paper', path: '/paper', component: () => import('../pages/PrintPage.vue') },
  { name: 'read', path: '/read/:slide?', component: () => import('../pages/ReadPage.vue') },
  { name: 'handout', path: '/handout', component: () => import('../pages/HandoutPage.vue') },
])
