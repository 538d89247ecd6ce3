/** Which part of a slide is its figure: what is drawn on it besides headline and foot. */

/** px of the slide's canvas. */
export interface Box { left: number, top: number, right: number, bottom: number }

/** px around a figure, for strokes and overhanging letters. */
const AIR = 8

/** @returns the smallest box around all of them; nothing for none */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length) {
    return {
      left: Math.min(...boxes.map(box => box.left)),
      top: Math.min(...boxes.map(box => box.top)),
      right: Math.max(...boxes.map(box => box.right)),
      bottom: Math.max(...boxes.map(box => box.bottom)),
    }
  }
}

/** Boxes of what an element draws by itself: its own words or its shape; none for a mere container. */
function drawn(element: Element): DOMRect[] {
  if (element.children.length && ![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
    return getComputedStyle(element).borderTopWidth === '0px' ? [] : [element.getBoundingClientRect()]
  return [element.getBoundingClientRect()]
}

/**
 * Parts that a step hides count: a figure keeps its frame while it changes.
 * @param slide the element that holds the whole slide, at any scale
 * @param width of the canvas in px
 * @returns the figure's box with the headline's margins at its sides; nothing where a slide is all headline
 */
export function figureBox(slide: Element, width: number): Box | undefined {
  const page = slide.getBoundingClientRect()
  const scale = page.width / width
  const place = (box: DOMRect): Box => ({
    left: (box.left - page.left) / scale,
    top: (box.top - page.top) / scale,
    right: (box.right - page.left) / scale,
    bottom: (box.bottom - page.top) / scale,
  })
  const headline = slide.querySelector('.slidev-layout h1')
  const inks = [...slide.querySelectorAll('.slidev-layout *:not(h1, h1 *, style, script, defs *, clipPath *, mask *, pattern *, marker *)')]
    .filter(element => element.checkVisibility())
    .flatMap(drawn)
    .filter(box => box.width * box.height > 0 || box.width + box.height > 8)
  const ink = around(inks.map(place))
  if (!ink)
    return undefined
  const margin = headline ? place(headline.getBoundingClientRect()).left : 0
  return {
    left: Math.max(0, Math.min(margin, ink.left) - AIR),
    top: Math.max(0, ink.top - AIR),
    right: Math.min(width, Math.max(width - margin, ink.right) + AIR),
    bottom: ink.bottom + AIR,
  }
}
