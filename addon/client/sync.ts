/** Audience and presenter windows of the built deck in step, both ways, on any host and without a server. */
import { useNav } from '@slidev/client'
import { TRUST_ORIGINS } from '@slidev/client/constants.ts'
import { configs } from '@slidev/client/env.ts'
import { patch, sharedState } from '@slidev/client/state/shared.ts'
import { watch } from 'vue'
import { useRouter } from 'vue-router'

/**
 * Lets the audience window lead as well. Slidev trusts it on localhost only,
 * for the sake of `--remote`, whose server anyone may reach; a built deck has
 * no server, and its windows talk within one browser (slidevjs/slidev#552).
 *
 * A window that is just opened follows instead: it would pull the others to
 * its first slide. It says hello, and the presenter repeats where the talk is.
 */
export function keepInStep(): void {
  if (import.meta.env.DEV)
    return
  const { isPresenter } = useNav()
  const hello = new BroadcastChannel(`${configs.slidesTitle} - hello`)
  hello.onmessage = () => {
    if (isPresenter.value)
      patch('lastUpdate', { id: 'hello', type: 'presenter', time: Date.now() })
  }
  TRUST_ORIGINS.length = 0
  // After the first navigation's own hooks, in which Slidev would send.
  useRouter().isReady().then(() => setTimeout(() => {
    // As Slidev takes the name out of the address: without the port, empty for a file.
    TRUST_ORIGINS.push(location.host.split(':')[0]!)
    if (!isPresenter.value)
      hello.postMessage('')
  }))
}

/** Keeps the running timer over a reload, which otherwise sets it back in every window. */
export function keepTimer(): void {
  const key = `${configs.slidesTitle} - timer`
  const kept = sessionStorage.getItem(key)
  if (kept)
    Object.assign(sharedState.timer, JSON.parse(kept))
  watch(() => sharedState.timer, timer => sessionStorage.setItem(key, JSON.stringify(timer)), { deep: true })
}
