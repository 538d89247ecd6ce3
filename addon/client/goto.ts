/** The "go to" dialog says when nothing fits; Slidev closes it without a word (no upstream thread found). */
import { useNav } from '@slidev/client'
import { noSuchSlide } from './address'
import { notice } from './notice'

export function sayWhatGotoMisses(): void {
  const { total } = useNav()
  document.addEventListener('keydown', (event) => {
    const input = event.target
    if (event.key !== 'Enter' || !(input instanceof HTMLInputElement) || input.id !== 'slidev-goto-input')
      return
    if (!input.value || document.querySelector('#slidev-goto-dialog .autocomplete-list'))
      return
    event.stopPropagation() // it stays open, to be corrected
    notice(/^\d+$/.test(input.value) ? noSuchSlide(input.value, total.value) : `No headline holds “${input.value}”.`)
  }, { capture: true })
}
