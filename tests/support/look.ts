/**
 * What can be seen of a slide as rendered, and what is wrong with it. These functions run inside the page: they may use
 * each other, but nothing that is imported. Lengths are px of the canvas, so that the window's size plays no part.
 */

export interface Line { element: Element, text: string, box: DOMRect }

/** One state of one slide. */
export interface Look {
  faults: string[]
  /** All the words to be seen, and those that only a screen reader says. */
  words: string
  alternatives: string
  /** The drawn characters by font: `family weight style`. */
  drawn: Record<string, string>
}

/** The element, so that a person finds it: tag, class, first words. */
function nameOf(element: Element): string {
  const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
  return [element.tagName.toLowerCase(), ...[...element.classList].slice(0, 2)].join('.') + (text && ` "${text}"`)
}

function opacityOf(element: Element | null): number {
  return element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1
}

/** Every line of text that can be seen; a letter drawn as a picture (`bleed`) is none. */
function linesOf(slide: Element): Line[] {
  const lines: Line[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    if (!node.textContent!.trim() || element.closest('title, desc, style, defs, .bleed, .katex-mathml')
      || !element.checkVisibility({ visibilityProperty: true }) || opacityOf(element) === 0)
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
function ink({ box: { x, y, width, height } }: Line): DOMRect {
  return new DOMRect(x, y + height * 0.22, width, height * 0.56)
}

function sticksOut(inner: DOMRect, outer: DOMRect): number {
  const { left, top, right, bottom } = outer
  return Math.max(left - inner.left, top - inner.top, inner.right - right, inner.bottom - bottom)
}

/** Only what bears the class `bleed` reaches over the slide's edge, and no word over its figure's. */
function overflow(slide: Element, lines: Line[], scale: number): string[] {
  const edge = slide.getBoundingClientRect()
  const over = (element: Element, by: number, what: string) => by * scale > 1.5
    ? [`${nameOf(element)}: ${Math.round(by * scale)} px over the edge of ${what}`]
    : []
  const drawn = [...slide.querySelectorAll('svg :not(g), img, button, a, td, pre')].filter(element =>
    !element.closest('defs, title, .bleed') && element.checkVisibility({ visibilityProperty: true })
    && element.getBoundingClientRect().width)
  return [
    ...drawn.flatMap(element => over(element, sticksOut(element.getBoundingClientRect(), edge), 'the slide')),
    ...lines.flatMap((line) => {
      const figure = line.element.closest('svg')?.getBoundingClientRect()
      return [
        ...over(line.element, sticksOut(line.box, edge), 'the slide'),
        // A letter's own white space, seen in large ones, may hang over.
        ...figure ? over(line.element, sticksOut(ink(line), figure) - line.box.height * 0.04, 'its figure') : [],
      ]
    }),
  ]
}

/** No text lies on another. */
function overlap(lines: Line[]): string[] {
  const inks = lines.map(ink)
  return lines.flatMap((line, i) => lines.slice(i + 1).flatMap((other, j) => {
    const [a, b] = [inks[i]!, inks[i + 1 + j]!]
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return wide > 2 && high > 2 && line.element !== other.element
      ? [`${nameOf(line.element)}: lies on ${nameOf(other.element)}`]
      : []
  }))
}

/** Type has the sizes that the tokens name, and from the hero's upwards any; it stands clear of the foot. */
function type(slide: Element, lines: Line[], scale: number): string[] {
  const root = getComputedStyle(document.documentElement)
  const sizes = ['foot', 'label', 'text', 'headline', 'hero']
    .map(name => Number.parseFloat(root.getPropertyValue(`--size-${name}`)))
  const foot = slide.querySelector('.foot')?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
  return lines.flatMap((line) => {
    const { element } = line
    const stretch = (element.closest('text') as SVGTextElement | null)?.getScreenCTM()!.a ?? 1 / scale
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * stretch * scale
    const gap = (foot - ink(line).bottom) * scale
    return [
      ...size >= sizes.at(-1)! - 0.1 || sizes.some(known => Math.abs(known - size) < 0.1)
        ? []
        : [`${nameOf(element)}: ${size.toFixed(1)} px; type has ${sizes.join(', ')} or more`],
      ...gap < 39.5 && !element.closest('.foot, .colophon, .katex')
        ? [`${nameOf(element)}: ${Math.round(gap)} px above the foot; 40 are clear`]
        : [],
    ]
  })
}

/** A headline, heard once, at most two lines of it; and every picture says what it shows. */
function told(slide: Element): string[] {
  const heard = [...document.querySelectorAll<HTMLElement>('#slide-content h1')]
    .filter(e => e.checkVisibility({ visibilityProperty: true }))
  const alternative = (picture: Element) => picture.closest('[role=img]')?.getAttribute('aria-label')
    ?? picture.getAttribute('alt') ?? picture.querySelector('title')?.textContent ?? ''
  const mute = [...slide.querySelectorAll('svg, img')].filter(picture => picture.checkVisibility()
    && !picture.closest('[aria-hidden=true], button, .katex')
    && alternative(picture).trim().length < (picture.tagName === 'IMG' ? 1 : 30))
  const unmarked = [...slide.querySelectorAll('*')].filter(e =>
    !e.closest('[lang|=zh], [lang|=ja], [lang|=ko], title, desc')
    && [...e.childNodes].some(node => node.nodeType === 3 && /\p{Script=Han}/u.test(node.textContent!)))
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running')
    .map(({ effect }) => (effect as KeyframeEffect).target ?? slide)
  return [
    ...heard.length === 1 && slide.contains(heard[0]!)
      ? []
      : [`${heard.length} level-1 headlines are heard, not this slide's one`],
    ...heard.map(h1 => Math.round(h1.offsetHeight / Number.parseFloat(getComputedStyle(h1).lineHeight)))
      .filter(count => count > 2).map(count => `the headline has ${count} lines`),
    ...mute.map(picture => `${nameOf(picture)}: ${picture.tagName === 'IMG'
      ? 'has no text alternative; write what it shows, as ![Two hills](/hills.svg)'
      : `has a text alternative of ${alternative(picture).trim().length} letters; 30 or more tell what it shows, ${
        'as alt="Two hills, and a low sun between."'}`}`),
    ...unmarked.map(element => `${nameOf(element)}: Chinese without a lang`),
    ...[...slide.querySelectorAll('img')].filter(img => img.complete && !img.naturalWidth)
      .map(img => `${img.getAttribute('src')}: the picture did not load`),
    ...[...document.fonts].filter(font => font.status === 'error').map(font => `${font.family}: the font did not load`),
    ...moving.map(element => `${nameOf(element)}: moves although reduced motion is asked for`),
  ]
}

const seen = new Map<string, number[]>()
/** Any CSS colour as red, green, blue and alpha, 0 to 1. */
function rgba(colour: string): number[] {
  if (!seen.has(colour)) {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')!
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    seen.set(colour, [...canvas.getImageData(0, 0, 1, 1).data].map(n => n / 255))
  }
  return [...seen.get(colour)!]
}

function over(top: number[], bottom: number[]): number[] {
  return [0, 1, 2].map(i => top[i]! * top[3]! + bottom[i]! * (1 - top[3]!)).concat(1)
}

/** WCAG 2.2's contrast ratio. */
function ratio(...colours: [number[], number[]]): number {
  const [dark, light] = colours.map((colour) => {
    const [r, g, b] = colour.map(n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }).sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

/** The colours of everything below `element` at a point, laid on each other. */
function groundAt(x: number, y: number, element: Element): number[] {
  const below = document.elementsFromPoint(x, y).filter(e => !element.closest('text')?.contains(e) && e !== element
    && (e.closest('#slide-content') || e.querySelector('#slide-content')))
  return below.reverse().reduce((ground, e) => {
    const style = getComputedStyle(e)
    const shape = e instanceof SVGGeometryElement
    if (shape && style.fill === 'none')
      return ground
    const colour = rgba(shape ? style.fill : style.backgroundColor)
    colour[3]! *= opacityOf(e) * (shape ? Number(style.fillOpacity) : 1)
    return over(colour, ground)
  }, [1, 1, 1, 1])
}

/** Text stands 7:1 against what is under it (WCAG 2.2, 1.4.6). */
function contrast(no: number): string[] {
  return linesOf(document.querySelector(`#slide-content .slidev-page-${no}`)!).flatMap(({ element, box }) => {
    const style = getComputedStyle(element)
    const colour = rgba(element.closest('svg') ? style.fill : style.color)
    colour[3]! *= opacityOf(element)
    const worst = Math.min(...[0.02, 0.5, 0.98].map((part) => {
      const ground = groundAt(box.left + box.width * part, box.top + box.height / 2, element)
      return ratio(over(colour, ground), ground)
    }))
    return worst < 6.995 ? [`${nameOf(element)}: ${worst.toFixed(2)}:1; text has 7:1 or more`] : []
  })
}

/** The palette's colours of these names. */
function colours(names: string[]): Record<string, number[]> {
  const probe = document.body.appendChild(document.createElement('i'))
  const found = names.map((name) => {
    probe.style.color = `var(--${name})`
    return [name, rgba(getComputedStyle(probe).color)]
  })
  probe.remove()
  return Object.fromEntries(found)
}

/** @param no the slide's number, 1-based; it must be the one shown */
function look(no: number): Look {
  const canvas = document.querySelector<HTMLElement>('#slide-content')!
  const slide = canvas.querySelector(`.slidev-page-${no}`)!
  const scale = Number.parseFloat(canvas.style.width) / canvas.getBoundingClientRect().width
  const lines = linesOf(slide)
  const drawn: Record<string, string> = {}
  // Code is in each machine's own face.
  for (const { element, text } of lines.filter(({ element }) => !element.closest('pre, code'))) {
    const { fontFamily, fontWeight, fontStyle } = getComputedStyle(element)
    const font = `${fontStyle} ${fontWeight} 20px ${fontFamily}`
    drawn[font] = (drawn[font] ?? '') + text
  }
  return {
    faults: [...overflow(slide, lines, scale), ...overlap(lines), ...type(slide, lines, scale), ...told(slide)],
    words: [...new Set(lines.map(({ element }) => element))]
      .flatMap(element => [...element.childNodes].map(node => node.nodeType === 3 ? node.textContent : '')).join(' '),
    alternatives: [...slide.querySelectorAll('[aria-label], img[alt], svg title, svg desc')]
      .map(e => e.getAttribute('aria-label') ?? e.getAttribute('alt') ?? e.textContent).join(' '),
    drawn,
  }
}

/** Slidev's own navigation. */
function nav(): { go: (no: number, click: number) => Promise<void>, clicksTotal: number } {
  return (document.querySelector('#app') as any).__vue_app__._context.provides['$$slidev-context'].nav
}

/** Whether that slide alone stands there, its fonts loaded. */
function stands(no: number): boolean {
  const seen = [...document.querySelectorAll('#slide-content .slidev-page')]
    .filter(slide => slide.querySelector('.slidev-layout')?.checkVisibility())
  return seen.length === 1 && seen[0]!.matches(`.slidev-page-${no}`) && document.fonts.status === 'loaded'
}

const inPage = { look, contrast, colours, nav, stands }

/** All of the above as a script that makes them the page's own. */
export const pageScript = `const seen = new Map()
${[nameOf, opacityOf, linesOf, ink, sticksOut, overflow, overlap, type, told, rgba, over, ratio, groundAt].join('\n')}
${Object.values(inPage).join('\n')}
Object.assign(globalThis, { deckLook: { ${Object.keys(inPage)} } })`

declare global {
  /** In the page, once {@link pageScript} ran there. */
  var deckLook: typeof inPage
}
