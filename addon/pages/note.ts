/** A note as an essay: in passages, each with its step, without what is for the speaker or the hall. */
import { configs } from '@slidev/client'
import { standingLine } from '../deck/pacing'

/** The pacing line, the click markers, what is said in the hall only, silences. */
const LEFT_OUT = '.pacing, .slidev-note-click-mark, .spoken, .pause'

/**
 * @param html the note as Slidev renders it, click marks and all
 * @returns no passage for an empty note, one of the last step for a note without marks; and the last line by itself
 *   where it is not spoken but says whose words these are
 */
export function readNote(html = '') {
  const note = document.createElement('div')
  note.innerHTML = html
  const last = note.lastElementChild
  const unspoken = standingLine(configs.checks?.standing).test(last?.textContent?.trim() ?? '')
  const standing = unspoken ? last!.innerHTML : undefined
  if (standing)
    last!.remove()

  const passages: { step: number, html: string }[] = []
  const take = (step: number, end?: HTMLElement) => {
    const range = document.createRange()
    range.selectNodeContents(note)
    end && range.setEndBefore(end)
    const taken = document.createElement('div')
    taken.append(range.extractContents())
    taken.querySelectorAll(LEFT_OUT).forEach(element => element.remove())
    const parts = [...taken.querySelectorAll('p, li')]
    parts.filter(part => !part.textContent!.trim() && !part.querySelector('img')).forEach(part => part.remove())
    if (taken.innerHTML.trim())
      passages.push({ step, html: taken.innerHTML })
  }
  const marks = [...note.querySelectorAll<HTMLElement>('.slidev-note-click-mark')]
  let step = marks.length ? 0 : Infinity
  for (const mark of marks) {
    take(step, mark)
    step = Number(mark.dataset.clicks)
  }
  take(step)
  return { passages, standing }
}
