/**
 * A page for reading and two for paper, each loaded when it is asked for. Slidev has a print
 * route of its own in `slidev export` only, where it comes first. Its pages for the speaker get their styles here.
 */
import { defineRoutesSetup } from '@slidev/types'
import type { RouteRecordRaw } from 'vue-router'

/** All of Slidev's pages but the audience's. */
const styled = (route: RouteRecordRaw): RouteRecordRaw => typeof route.component === 'function' && route.name !== 'play'
  ? { ...route, component: () => import('./speaker-styles').then(route.component as () => Promise<unknown>) } as RouteRecordRaw
  : route

export default defineRoutesSetup(routes => [
  ...routes.map(styled),
  { name: 'paper', path: '/print', component: () => import('../pages/PrintPage.vue') },
  { name: 'read', path: '/read/:slide?', component: () => import('../pages/ReadPage.vue') },
  { name: 'handout', path: '/handout', component: () => import('../pages/HandoutPage.vue') },
])
