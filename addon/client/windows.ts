/** Presenter and audience side by side, by one press. */
import { configs } from '@slidev/client/env.ts'
import { getSlidePath } from '@slidev/client/logic/slides.ts'
import { useNav } from '@slidev/client'
import { useRouter } from 'vue-router'
import { notice } from './notice'

/**
 * Opens the other window beside this one: the audience's from the presenter, the presenter's from the audience. Each
 * takes half of the screen where the browser lets it; a window that is open already comes to the front.
 * @returns what opens it, to be called at a person's press: browsers hold back windows that come by themselves
 */
export function useOtherWindow(): () => void {
  const { isPresenter, currentSlideNo, clicks } = useNav()
  const router = useRouter()
  return () => {
    const { availLeft = 0, availTop = 0, availWidth, availHeight } = screen as Screen & { availLeft?: number, availTop?: number }
    const width = Math.floor(availWidth / 2)
    const other = isPresenter.value ? 'audience' : 'presenter'
    // The presenter stands on the left.
    const left = availLeft + (other === 'audience' ? width : 0)
    const { href } = router.resolve({ path: getSlidePath(currentSlideNo.value, other === 'presenter'), query: { clicks: clicks.value || undefined } })
    const opened = window.open(href, `${configs.slidesTitle} - ${other}`, `popup,left=${left},top=${availTop},width=${width},height=${availHeight}`)
    if (!opened)
      return notice('The browser held the window back: allow pop-ups for this page, or open its address by hand.')
    opened.focus()
    // Only a window that a script opened may be moved; others stay where they are.
    moveTo(availLeft + (other === 'audience' ? 0 : width), availTop)
    resizeTo(width, availHeight)
  }
}
