/** A note as an essay: in passages, each with its step, without what is for the speaker or the hall. */
import { configs } from '@slidev/client'
import { standingLine } from '../deck/pacing'

/** What is said of one of the slide's steps. */
export interface Passage { step: number, html: string }

/** The pacing line, the click markers, what is said in the hall only, silences. */
const LEFT_OUT = '.pacing, .slidev-note-click-mark, .spoken, .pause'

function plain(html: string): string {
  const note = document.createElement('template')
  note.innerHTML = html
  note.content.querySelectorAll(LEFT_OUT).forEach(element => element.remove())
  for (const paragraph of note.content.querySelectorAll('p, li')) {
    const first = paragraph.firstChild
    if (first?.nodeType === Node.TEXT_NODE)
      first.textContent = first.textContent!.trimStart()
    if (!paragraph.textContent!.trim() && !paragraph.querySelector('img'))
      paragraph.remove()
  }
  return note.innerHTML.trim()
}

/**
 * @param html the note as Slidev renders it, click marks and all
 * @returns no passage for an empty note, one of the last step for a note without marks; and the last line by itself
 *   where it is not spoken but says whose words these are
 */
export function readNote(html = ''): { passages: Passage[], standing?: string } {
  const note = document.createElement('div')
  note.innerHTML = html
  const last = note.lastElementChild
  const unspoken = standingLine(configs.checks?.standing).test(last?.textContent?.trim() ?? '')
  const standing = unspoken ? last!.innerHTML : undefined
  if (standing)
    last!.remove()

  const passages: Passage[] = []
  const marks = [...note.querySelectorAll<HTMLElement>('.slidev-note-click-mark')]
  let step = marks.length ? 0 : Infinity
  for (const mark of marks) {
    const before = document.createRange()
    before.setStart(note, 0)
    before.setEndBefore(mark)
    const taken = document.createElement('div')
    taken.append(before.extractContents())
    passages.push({ step, html: plain(taken.innerHTML) })
    step = Number(mark.dataset.clicks)
  }
  passages.push({ step, html: plain(note.innerHTML) })
  return { passages: passages.filter(passage => passage.html), standing }
}
