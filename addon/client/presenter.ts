/** Presenter mode's notes: room enough from the start, and the current passage always in view. */
import { useNav } from '@slidev/client'
import { watch } from 'vue'

/** Slidev's own sizes of the notes in px, too small for two hundred words; and ours, as a share of the window. */
const rooms = [
  { key: 'slidev-presenter-notes-width', stock: '360', size: () => Math.min(720, innerWidth * 0.4) },
  { key: 'slidev-presenter-notes-row-size', stock: '280', size: () => innerHeight * 0.66 },
]

/** Gives the notes room, unless the speaker has dragged them to a size of their own. */
export function roomForNotes(): void {
  for (const { key, stock, size } of rooms) {
    if ([null, stock].includes(localStorage.getItem(key)))
      localStorage.setItem(key, String(Math.round(size())))
  }
}

/** Scrolls the notes to the current click's passage, which Slidev does in its own notes window only. */
export function notesFollowClicks(): void {
  const { clicks, isPresenter } = useNav()
  watch(clicks, () => {
    if (isPresenter.value)
      document.querySelector('.slidev-note-click-mark-active')?.scrollIntoView({ block: 'start' })
  }, { flush: 'post' })
}
