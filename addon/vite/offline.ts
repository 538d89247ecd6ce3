/** The second visit to a hosted deck needs no network: Slidev's `pwa`, with three things mended. */
import type { Plugin } from 'vite'

/**
 * Slidev would register on localhost as well, where the next project on the
 * port gets a stale deck; reload the page in mid-talk when a new version is
 * out; and tell the audience that it is caching.
 */
const register = `
const local = /^(localhost|.*\\.localhost|127\\..*|\\[::1\\])$/.test(location.hostname)
export const setupPWA = () => {
  if (!local && isSecureContext && /^http/.test(location.protocol))
    navigator.serviceWorker?.register('sw.js')
}
export const pwaCaching = { value: false }, pwaReady = pwaCaching`

/** @returns a plugin for builds only */
export function offline(): Plugin {
  return {
    name: 'deck:offline',
    apply: 'build',
    enforce: 'pre',
    load: {
      order: 'pre',
      handler(id) {
        if (id.endsWith('/@slidev/client/setup/pwa.ts'))
          return register
        if (id.endsWith('/@slidev/client/internals/PwaIndicator.vue'))
          return '<template><slot /></template>'
      },
    },
  }
}
