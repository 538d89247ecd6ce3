/** A note as an essay's paragraphs: split where the slide steps on, so that each passage stands by its own picture. */
import { standing as standingLine } from '../deck/pacing'
import { plainNote } from '../paper/note'

export interface Passage {
  /** The slide's step that the passage speaks of. */
  step: number
  html: string
}

export interface Essay {
  passages: Passage[]
  /** The note's last line where it says whence the claim comes; of no step. */
  standing?: string
}

/** Takes everything before a node out of its tree, cutting the elements around it in two. */
function takeBefore(root: HTMLElement, end: Node): string {
  const range = document.createRange()
  range.setStart(root, 0)
  range.setEndBefore(end)
  const taken = document.createElement('div')
  taken.append(range.extractContents())
  return taken.innerHTML
}

/**
 * @param html the note as Slidev renders it, click marks and all
 * @returns at least one passage unless the note is empty; a note without marks is one passage of the last step
 */
export function essayOf(html: string): Essay {
  const note = document.createElement('div')
  note.innerHTML = html
  const last = note.lastElementChild
  const standing = last && standingLine.test(last.textContent!.trim()) ? last.innerHTML : undefined
  if (standing)
    last!.remove()

  const passages: Passage[] = []
  const marks = [...note.querySelectorAll<HTMLElement>('.slidev-note-click-mark')]
  let step = marks.length ? 0 : Infinity
  for (const mark of marks) {
    passages.push({ step, html: takeBefore(note, mark) })
    step = Number(mark.dataset.clicks)
  }
  passages.push({ step, html: note.innerHTML })
  return {
    passages: passages.map(passage => ({ ...passage, html: plainNote(passage.html).trim() })).filter(({ html }) => html),
    standing,
  }
}
