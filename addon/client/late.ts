/**
 * What no first picture needs (speaker.ts) comes in a file of its own: to the presenter at once, to the audience with
 * the first key, touch or news of another window, and else when the first slide has stood for a while, so that a
 * network lost later loses nothing.
 */
import { useNav } from '@slidev/client'
import { getSlide } from '@slidev/client/logic/slides.ts'
import { type Component, getCurrentInstance, getCurrentScope, shallowRef, watch } from 'vue'
import { useRouter } from 'vue-router'

/** ms after the page has loaded. */
const STOOD = 1500

/** Keys pressed before the file has come: a number may begin with them. */
export const early: KeyboardEvent[] = []
/** Slidev's navigation bar. */
export const navControls = shallowRef<Component>()
/** What it then holds beyond Slidev's own. */
export const controls = shallowRef<Component>()

let coming: Promise<void> | undefined
let start: (part: typeof import('./speaker')) => void

/** Fetches it, once; where the network is gone, the next call tries again. */
export function fetchSpeaker(): void {
  coming ??= import('./speaker').then(start, () => void (coming = undefined))
}

/** To be called while the app is set up. */
export function fetchSpeakerLate(): void {
  const { isPresenter, isPrintMode } = useNav()
  if (isPrintMode.value)
    return
  const { app } = getCurrentInstance()!.appContext
  const scope = getCurrentScope()!
  start = part => app.runWithContext(() => scope.run(part.default))
  for (const event of ['keydown', 'pointerdown'] as const) {
    addEventListener(event, (pressed) => {
      if ('key' in pressed && !controls.value)
        early.push(pressed)
      fetchSpeaker()
    }, { capture: true })
  }
  watch(isPresenter, presents => presents && fetchSpeaker(), { immediate: true })
  const router = useRouter()
  router.isReady().then(() => {
    const { params: { no }, query: { clicks = '0' } } = router.currentRoute.value
    if (no && !(getSlide(String(no)) && Number(clicks) >= 0)) // an address to be mended
      fetchSpeaker()
  })
  const stand = () => setTimeout(fetchSpeaker, STOOD)
  if (document.readyState === 'complete')
    stand()
  else
    addEventListener('load', stand)
}
