/** The sheet of keys, opened and closed by "?". */
import { h, render } from 'vue'
import KeySheet from './KeySheet.vue'

/**
 * Modal: while it is open every key is its own, "?" to close it included.
 * @param presenting whether the window is a presenter's
 */
export function openKeySheet(presenting: boolean): void {
  const holder = document.createElement('div')
  document.body.append(holder)
  render(h(KeySheet, { presenting }), holder)
  const sheet = holder.querySelector('dialog')!
  sheet.addEventListener('close', () => {
    render(null, holder)
    holder.remove()
  })
  sheet.showModal()
}
