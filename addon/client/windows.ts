/** The windows of one deck: what they share its name by, how they talk, and how one opens the other beside itself. */
import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { getSlidePath } from '@slidev/client/logic/slides.ts'
import { useRouter } from 'vue-router'
import { notice } from './navigation'

/** A key for storage and channels that is this deck's, in every build of it, and no other's on this host. */
export const deckKey = (what: string): string =>
  `${configs.slidesTitle} ${new URL(import.meta.env.BASE_URL, location.href).pathname} ${what}`

const channels = !('inMemory' in BroadcastChannel)
/** Whether the browser lets windows reach one another at all; addon/index.html stands in for what it does not. */
export const canReachOthers: boolean = channels || !('inMemory' in localStorage)

/**
 * Talks to the deck's other windows by channel, and by `storage` events where there is no channel or, as between local
 * files in WebKitGTK, a silent one. A message may so come twice.
 * @returns what sends a message to all others
 */
export function openChannel(hear: (message: unknown) => void): (message: object) => void {
  const key = deckKey('windows')
  const channel = new BroadcastChannel(key)
  channel.addEventListener('message', ({ data }) => hear(data))
  if (channels && location.protocol !== 'file:')
    return message => channel.postMessage(message)
  addEventListener('storage', event => event.key === key && event.newValue && hear(JSON.parse(event.newValue)))
  return (message) => {
    channel.postMessage(message)
    localStorage.setItem(key, JSON.stringify(message))
    localStorage.removeItem(key) // the same text twice would be no event
  }
}

/**
 * The other window on the other half of the screen: the audience's from the presenter, and the other way round. One
 * that was opened so before comes to the front.
 * @returns what opens it, to be called at a person's press: browsers hold back windows that come by themselves
 */
export function useOtherWindow(): () => void {
  const { isPresenter, currentSlideNo, clicks } = useNav()
  const router = useRouter()
  return () => {
    const half = Math.floor(screen.availWidth / 2)
    const left = isPresenter.value ? half : 0
    const name = isPresenter.value ? 'audience' : 'presenter'
    const path = getSlidePath(currentSlideNo.value, !isPresenter.value)
    const { href } = router.resolve({ path, query: { clicks: clicks.value || undefined } })
    const opened = open(href, deckKey(name), `popup,left=${left},width=${half},height=${screen.availHeight}`)
    opened ? opened.focus() : notice(`The browser held back the ${name} window. Allow pop-ups here.`)
  }
}
