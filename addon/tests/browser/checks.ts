/**
 * What can be wrong with a slide as rendered. These functions run inside the
 * page: they may use each other, but nothing that is imported. Lengths are px
 * of the 980-wide canvas, so the window's size plays no part.
 */

export interface Fault {
  /** The check's name, as its fixture under tests/fixtures/broken. */
  check: string
  /** The element, so that a person finds it: tag, class, first words. */
  element: string
  says: string
}

export interface Line { element: Element, text: string, box: DOMRect }

function nameOf(element: Element): string {
  const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
  const kind = element.getAttribute('class')?.trim().split(/\s+/).slice(0, 2).join('.')
  return `${element.tagName.toLowerCase()}${kind ? `.${kind}` : ''}${text ? ` "${text}"` : ''}`
}

/** Canvas px per screen px. */
function canvasScale(slide: Element): number {
  return 980 / slide.getBoundingClientRect().width
}

function opacityOf(element: Element): number {
  let opacity = 1
  for (let e: Element | null = element; e; e = e.parentElement)
    opacity *= Number(getComputedStyle(e).opacity)
  return opacity
}

/** Every line of text that can be seen, or that a screen reader finds though nobody sees it. */
export function linesOf(slide: Element): Line[] {
  const lines: Line[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    if (!node.textContent!.trim() || element.closest('title, desc, style, defs, .bleed') || !element.checkVisibility({ visibilityProperty: true }))
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width > 1)
        lines.push({ element, text: node.textContent!.trim(), box })
    }
  }
  return lines
}

/** The part of a line's box that ink fills: its line height stands above and below. */
function ink(line: Line): DOMRect {
  const { x, y, width, height } = line.box
  return new DOMRect(x, y + height * 0.22, width, height * 0.56)
}

function sticksOut(inner: DOMRect, outer: DOMRect): number {
  return Math.max(outer.left - inner.left, outer.top - inner.top, inner.right - outer.right, inner.bottom - outer.bottom)
}

/** Nothing but what bears the class `bleed` reaches over the slide's edge, a text's own box, its figure or the shape it names. */
function checkOverflow(slide: Element): Fault[] {
  const faults: Fault[] = []
  const scale = canvasScale(slide)
  const tell = (element: Element, by: number, what: string) => {
    if (by * scale > 1.5)
      faults.push({ check: 'overflow', element: nameOf(element), says: `${Math.round(by * scale)} px over the edge of ${what}` })
  }
  const edge = slide.getBoundingClientRect()
  for (const element of slide.querySelectorAll('svg :not(g), img, button, a, td')) {
    if (!element.closest('defs, title, .bleed') && element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width)
      tell(element, sticksOut(element.getBoundingClientRect(), edge), 'the slide')
  }
  for (const line of linesOf(slide)) {
    tell(line.element, sticksOut(line.box, edge), 'the slide')
    const figure = line.element.closest('svg')
    if (figure) {
      // A letter's own white space, seen in large ones, may hang over.
      tell(line.element, sticksOut(ink(line), figure.getBoundingClientRect()) - line.box.height * 0.04, 'its figure')
      const group = line.element.closest('text')!.parentElement!
      const shape = [...group.children].find(e => e.tagName === 'rect')
      if (shape)
        tell(line.element, sticksOut(ink(line), shape.getBoundingClientRect()), 'the shape it names')
      continue
    }
    let box: Element = line.element
    while (getComputedStyle(box).display.startsWith('inline') && box.parentElement && !box.matches('button'))
      box = box.parentElement
    tell(line.element, sticksOut(ink(line), box.getBoundingClientRect()), nameOf(box))
  }
  return faults
}

/** No text lies on another. */
function checkOverlap(slide: Element): Fault[] {
  const lines = linesOf(slide).filter(line => opacityOf(line.element) > 0)
  const faults: Fault[] = []
  for (const [i, line] of lines.entries()) {
    for (const other of lines.slice(i + 1)) {
      const [a, b] = [ink(line), ink(other)]
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (wide > 2 && high > 2 && line.element !== other.element)
        faults.push({ check: 'overlap', element: nameOf(line.element), says: `lies on ${nameOf(other.element)}` })
    }
  }
  return faults
}

/** The art direction's floors: headline 34, text 24, labels in figures 18, foot 14. */
function checkSizes(slide: Element): Fault[] {
  return linesOf(slide).flatMap(({ element }) => {
    const svg = element.closest('text') as SVGTextElement | null
    const stretch = svg ? svg.getScreenCTM()!.a * canvasScale(slide) : 1
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * stretch
    // Text of the Markdown itself stands right under the layout; what a component draws is its figure's label.
    const prose = element.closest('.slidev-layout > :is(p, ul, ol, blockquote, table, h2, h3)')
    const [floor, kind] = element.closest('h1')
      ? [34, 'a headline']
      : element.closest('.foot') ? [14, 'the foot'] : prose ? [24, 'text'] : [18, 'a label']
    return size < floor - 0.01 ? [{ check: 'size', element: nameOf(element), says: `${size.toFixed(1)} px; ${kind} has ${floor} or more` }] : []
  })
}

/** Any CSS colour as red, green, blue and alpha, 0 to 1. */
function rgba(color: string): number[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  return [...canvas.getImageData(0, 0, 1, 1).data].map(n => n / 255)
}

function over(top: number[], bottom: number[]): number[] {
  const alpha = top[3]!
  return [0, 1, 2].map(i => top[i]! * alpha + bottom[i]! * (1 - alpha)).concat(1)
}

/** WCAG 2.2's relative luminance. */
function luminance(color: number[]): number {
  const [r, g, b] = color.map(n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** What lies under a point: the colours of everything below `element` there, laid on each other. */
function groundAt(x: number, y: number, element: Element): number[] {
  const stack = document.elementsFromPoint(x, y).filter(e =>
    !element.closest('text')?.contains(e) && e !== element && (e.closest('#slide-content') || e.querySelector('#slide-content')))
  return stack.reverse().reduce((ground, e) => {
    const style = getComputedStyle(e)
    const color = rgba(e instanceof SVGGeometryElement ? style.fill : style.backgroundColor)
    color[3]! *= opacityOf(e) * (e instanceof SVGGeometryElement ? Number(style.fillOpacity) : 1)
    return e instanceof SVGGeometryElement && style.fill === 'none' ? ground : over(color, ground)
  }, [1, 1, 1, 1])
}

/** Text stands 7:1 against what is under it (WCAG 2.2, 1.4.6). */
function checkContrast(slide: Element): Fault[] {
  return linesOf(slide).filter(line => opacityOf(line.element) > 0).flatMap(({ element, box }) => {
    const style = getComputedStyle(element)
    const color = rgba(element.closest('svg') ? style.fill : style.color)
    color[3]! *= opacityOf(element)
    const ratios = [0.02, 0.5, 0.98].map((part) => {
      const ground = groundAt(box.left + box.width * part, box.top + box.height / 2, element)
      const [a, b] = [luminance(over(color, ground)), luminance(ground)]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    })
    const worst = Math.min(...ratios)
    return worst < 6.995 ? [{ check: 'contrast', element: nameOf(element), says: `${worst.toFixed(2)}:1; text has 7:1 or more` }] : []
  })
}

/** Chinese is marked as such (WCAG 3.1.2), and nothing is read out that nobody sees. */
function checkSpeech(slide: Element): Fault[] {
  return linesOf(slide).flatMap(({ element, text }) => {
    if (/\p{Script=Han}/u.test(text) && !element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh'))
      return [{ check: 'language', element: nameOf(element), says: 'Chinese without a lang="zh…"' }]
    if (opacityOf(element) === 0 && !element.closest('[aria-hidden=true], [role=img]'))
      return [{ check: 'unseen', element: nameOf(element), says: 'opacity 0 but read out: hide it with visibility' }]
    return []
  })
}

/** One headline for who listens: that of the current slide. */
function checkHeadline(slide: Element): Fault[] {
  const heard = [...document.querySelectorAll('#slide-content h1')].filter(e => e.checkVisibility({ visibilityProperty: true }))
  return heard.length === 1 && slide.contains(heard[0]!)
    ? []
    : [{ check: 'headline', element: nameOf(slide), says: `${heard.length} level-1 headings are heard, not this slide's one` }]
}

/** Every picture and font is there. */
function checkLoaded(slide: Element): Fault[] {
  const pictures = [...slide.querySelectorAll('img')].filter(img => img.complete && !img.naturalWidth)
    .map(img => ({ check: 'picture', element: img.getAttribute('src') ?? 'img', says: 'the picture did not load' }))
  const fonts = [...document.fonts].filter(font => font.status === 'error')
    .map(font => ({ check: 'font', element: font.family, says: 'the font did not load' }))
  return [...pictures, ...fonts]
}

/** With reduced motion, nothing moves. */
function checkMotion(slide: Element): Fault[] {
  return document.getAnimations()
    .filter(animation => animation.playState === 'running')
    .map((animation) => {
      const target = (animation.effect as KeyframeEffect | null)?.target ?? slide
      return { check: 'motion', element: nameOf(target), says: 'moves although reduced motion is asked for' }
    })
}

/** @param no the slide's number, 1-based; it must be the one shown */
export function inspect(no: number): Fault[] {
  const slide = document.querySelector(`#slide-content .slidev-page-${no}`)!
  const checks = [checkOverflow, checkOverlap, checkSizes, checkContrast, checkSpeech, checkHeadline, checkLoaded, checkMotion]
  const faults = checks.flatMap(check => check(slide))
  return [...new Map(faults.map(fault => [`${fault.check} ${fault.element} ${fault.says}`, fault])).values()]
}

const inPage = {
  nameOf, canvasScale, opacityOf, linesOf, ink, sticksOut, rgba, over, luminance, groundAt,
  checkOverflow, checkOverlap, checkSizes, checkContrast, checkSpeech, checkHeadline, checkLoaded, checkMotion,
}

/** All of the above as a script that makes them the page's own. */
export const pageScript = `${Object.values(inPage).map(String).join('\n')}\nObject.assign(globalThis, { ${Object.keys(inPage).join(', ')} })`
