/** Which part of a slide is its figure: what is drawn on it besides headline and foot. */

/** px of the slide's canvas. */
export interface Box { left: number, top: number, right: number, bottom: number }

/** What a picture shows of a slide. */
export interface Frame extends Box {
  /** The whole slide, headline and all: where its ground is its own, or the headline is itself the picture. */
  whole?: boolean
}

/** px around a figure, for strokes and overhanging letters; at its sides, where a phone's screen ends, more. */
const AIR = 8
const SIDE_AIR = 20

/** A headline higher than this share of the slide is itself the picture. */
const HUGE = 0.4

/** @returns the smallest box around all of them; nothing for none */
export function around(boxes: readonly Frame[]): Frame | undefined {
  if (boxes.length) {
    return {
      ...boxes.some(box => box.whole) && { whole: true },
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

const ground = (element: Element) => getComputedStyle(element).backgroundColor

/**
 * Parts that a step hides count: a figure keeps its frame while it changes.
 * @param slide the element that holds the whole slide, at any scale; its parent has the paper's colour
 * @param width of the canvas in px
 * @param inside what to look at: the slide, or its drawing alone
 * @returns the figure's box with the headline's margins at its sides; nothing where a slide is all headline
 */
export function figureBox(slide: Element, width: number, inside: '.slidev-layout' | 'svg' = '.slidev-layout'): Frame | undefined {
  const page = slide.getBoundingClientRect()
  const scale = page.width / width
  const height = page.height / scale
  const [layout, headline] = ['.slidev-layout', '.slidev-layout h1'].map(part => slide.querySelector(part))
  const ownGround = layout && ![ground(slide.parentElement!), 'rgba(0, 0, 0, 0)'].includes(ground(layout))
  const huge = headline && headline.getBoundingClientRect().height > page.height * HUGE
  if (inside !== 'svg' && (ownGround || huge))
    return { left: 0, top: 0, right: width, bottom: height, whole: true }
  const place = (box: DOMRect): Box => ({
    left: (box.left - page.left) / scale,
    top: (box.top - page.top) / scale,
    right: (box.right - page.left) / scale,
    bottom: (box.bottom - page.top) / scale,
  })
  const inks = [...slide.querySelectorAll(`${inside} *:not(h1, h1 *, style, script, defs *, clipPath *, mask *, pattern *, marker *)`)]
    .filter(element => element.checkVisibility())
    .flatMap(drawn)
    .filter(box => box.width * box.height > 0 || box.width + box.height > 8)
  const ink = around(inks.map(place))
  if (!ink)
    return undefined
  const margin = headline && inside !== 'svg' ? place(headline.getBoundingClientRect()).left : width
  return {
    left: Math.max(0, Math.min(margin, ink.left) - SIDE_AIR),
    top: Math.max(0, ink.top - AIR),
    right: Math.min(width, Math.max(width - margin, ink.right) + SIDE_AIR),
    bottom: Math.min(height, ink.bottom + AIR),
  }
}
