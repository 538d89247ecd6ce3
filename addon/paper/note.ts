/** A note as prose: readings (ruby) stay, what only the speaker needs goes. */

/** The speaker's pacing line and the click markers, as Slidev and setup/preparser.ts put them in. */
const SPEAKERS_ONLY = '.pacing, .slidev-note-click-mark'

/** @param html the note as Slidev renders it */
export function plainNote(html: string): string {
  const note = document.createElement('template')
  note.innerHTML = html
  for (const element of note.content.querySelectorAll(SPEAKERS_ONLY))
    element.remove()
  for (const paragraph of note.content.querySelectorAll('p, li')) {
    const first = paragraph.firstChild
    if (first?.nodeType === Node.TEXT_NODE)
      first.textContent = first.textContent!.trimStart()
    if (!paragraph.textContent?.trim())
      paragraph.remove()
  }
  return note.innerHTML
}
