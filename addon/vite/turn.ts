/**
 * A slide that changes by CSS alone (styles/dissolve.css) needs nothing of Vue's transition group, which lays the page
 * out twice before each new slide to see whether its neighbours move; and no key draws the slides it does not concern.
 */
import type { Plugin } from 'vite'
import { mending } from './mend'

const byCss = 'currentTransition?.css === false'

/** @returns a plugin for builds: the development server's hot updates want everything drawn again */
export const turn = (): Plugin => ({ apply: 'build', ...mending('turn', [{
  module: '/internals/SlidesShow.vue',
  from: /:is="\(([^"]*)\) \? 'div' : TransitionGroup"\s*v-bind="\(([^"]*)\) \? \{\}([\s\S]*?)<template v-for="route of loadedRoutes" :key="route.no">/,
  to: `:is="(${byCss} || ($1)) ? 'div' : TransitionGroup"
    v-bind="(${byCss} || $2) ? {}$3<template v-for="route of loadedRoutes" :key="route.no" v-memo="[route === currentSlideRoute, route, route.component, isPrintMode, isPrintWithClicks, ${byCss} || {}]">`,
}]) })
