/** What lies beside the built deck on its server: the export says so in the page when it puts a file there. */
import { BESIDE } from '../deck/beside'

export interface FileBeside { address: string, name: string }

/** @returns the files, by what they are: the slides as PDF, the handout */
export function filesBeside(): FileBeside[] {
  const names = document.querySelector<HTMLMetaElement>(`meta[name="${BESIDE}"]`)?.content.split(' ').filter(Boolean) ?? []
  return names.map(address => ({ address, name: /handout/.test(address) ? 'Handout (PDF)' : 'Slides (PDF)' }))
}
