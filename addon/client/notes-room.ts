/**
 * The notes' room. Slidev keeps it in pixels, for every window to come; here
 * the stylesheet (presenter.css) gives it by the window at hand, and only what
 * the speaker drags is kept, as a share of the window.
 */
import { configs } from '@slidev/client/env.ts'

const KEY = `${configs.slidesTitle} - notes`
/** Neither the notes nor the slide may vanish. */
const [LEAST, MOST] = [0.2, 0.75]

/** Shares of the window: 0.4 of its width, 0.66 of its height. */
interface Room {
  width?: number
  height?: number
}

function kept(): Room {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  }
  catch {
    return {}
  }
}

function apply({ width, height }: Room): void {
  const { style } = document.documentElement
  for (const [name, share, unit] of [['width', width, 'vw'], ['height', height, 'vh']] as const) {
    if (typeof share === 'number')
      style.setProperty(`--notes-${name}`, `${share * 100}${unit}`)
    else
      style.removeProperty(`--notes-${name}`)
  }
}

const box = (name: string) => document.querySelector(`.slidev-presenter .grid-section.${name}`)!.getBoundingClientRect()

/** The share that the line between two parts gives when it is dragged to a point. */
function shareAt(line: Element, { clientX, clientY }: PointerEvent): Room {
  const note = box('note')
  const fit = (share: number) => Math.min(MOST, Math.max(LEAST, share))
  if (line.getAttribute('aria-orientation') === 'vertical')
    return { width: fit((note.left + note.right > innerWidth ? note.right - clientX : clientX - note.left) / innerWidth) }
  // In the second layout the row above the line is the slide's, in the others the notes'.
  const top = line.closest('.note') ? note : box('main')
  return { height: fit((line.getBoundingClientRect().top < top.top + 20 ? top.bottom - clientY : clientY - top.top) / innerHeight) }
}

export function roomForNotes(): void {
  apply(kept())
  // Ahead of Slidev's own listeners, which would count from a size that is not the window's.
  document.addEventListener('pointerdown', (event) => {
    const line = event.target instanceof Element && event.button === 0 ? event.target.closest('.slidev-presenter [role=separator]') : null
    if (!line)
      return
    event.stopPropagation()
    event.preventDefault()
    const drag = (move: PointerEvent) => apply({ ...kept(), ...shareAt(line, move) })
    document.addEventListener('pointermove', drag)
    document.addEventListener('pointerup', (end) => {
      document.removeEventListener('pointermove', drag)
      localStorage.setItem(KEY, JSON.stringify({ ...kept(), ...shareAt(line, end) }))
      apply(kept())
    }, { once: true })
  }, { capture: true })
}
