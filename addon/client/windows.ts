/** Presenter and audience side by side, by one press or one address. */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { getSlidePath } from '@slidev/client/logic/slides.ts'
import { useRouter } from 'vue-router'
import { notice } from './notice'

/**
 * Opens the other window beside this one: the audience's from the presenter, the presenter's from the audience. Each
 * takes half of the screen where the browser lets it; a window that was opened so before comes to the front.
 * @returns what opens it, to be called at a person's press: browsers hold back windows that come by themselves
 */
export function useOtherWindow(): () => void {
  const { isPresenter, currentSlideNo, clicks } = useNav()
  const router = useRouter()
  return () => {
    const { availLeft = 0, availTop = 0, availWidth, availHeight } = screen as Screen & { availLeft?: number, availTop?: number }
    const half = Math.floor(availWidth / 2)
    // The presenter stands on the left.
    const [here, there] = isPresenter.value ? [availLeft, availLeft + half] : [availLeft + half, availLeft]
    const name = isPresenter.value ? 'audience' : 'presenter'
    const { href } = router.resolve({ path: getSlidePath(currentSlideNo.value, !isPresenter.value), query: { clicks: clicks.value || undefined } })
    const opened = window.open(href, `${configs.slidesTitle} - ${name}`, `popup,left=${there},top=${availTop},width=${half},height=${availHeight}`)
    if (!opened)
      return notice(`The browser held back the ${name}’s window: press its button in the bar below, or allow pop-ups here.`)
    opened.focus()
    // Only a window that a script opened can be moved; any other stays where it is.
    moveTo(here, availTop)
    resizeTo(half, availHeight)
  }
}

/** At an address with `?both`, opens the other window at once, or says what to press where the browser holds it back. */
export function openBothIfAsked(): void {
  const router = useRouter()
  const open = useOtherWindow()
  router.isReady().then(async () => {
    const { both, ...query } = router.currentRoute.value.query
    if (both === undefined)
      return
    await router.replace({ query })
    open()
  })
}
