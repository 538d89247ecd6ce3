/** What must not go to print: cut content, missing pictures, failed fonts; each named by slide and element. */
import { undrawn } from './drawn'

/** px of the canvas; below it lies rounding. */
const TOLERANCE = 1.5

/** As a person would point at it: `<p class="big">` "its first words". */
function describe(element: Element): string {
  const name = element.getAttribute('class')?.split(/\s+/)[0]
  const text = element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 40)
  return `<${element.localName}${name ? ` class="${name}"` : ''}>${text ? ` “${text}”` : ''}`
}

const slideOf = (element: Element) => `slide ${element.closest('article[id]')?.id ?? '?'}`

/** Boxes of what is seen of an element by itself: its own words, or its drawing. */
function ownBoxes(element: Element): DOMRect[] {
  const range = document.createRange()
  const texts = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  if (texts.length) {
    return texts.flatMap((node) => {
      range.selectNodeContents(node)
      return [...range.getClientRects()]
    })
  }
  return element.children.length ? [] : [element.getBoundingClientRect()]
}

function isCut(element: Element, slide: DOMRect): boolean {
  // What is there to be heard only, as a formula's MathML, is cut to one px on purpose.
  const clips = element instanceof HTMLElement && element.clientWidth > 1 && getComputedStyle(element).overflow !== 'visible'
  if (clips && (element.scrollHeight > element.clientHeight + TOLERANCE || element.scrollWidth > element.clientWidth + TOLERANCE))
    return true
  return ownBoxes(element).some(box => box.width * box.height > 0 && (
    box.left < slide.left - TOLERANCE || box.right > slide.right + TOLERANCE
    || box.top < slide.top - TOLERANCE || box.bottom > slide.bottom + TOLERANCE
  ))
}

/** Cut on purpose: where a drawing says so, what a drawing defines, a formula's roots and braces, which KaTeX cuts to their length, and what scrolls in an editor. */
const ON_PURPOSE = ['defs', 'clipPath', 'mask', 'pattern', 'marker', '.bleed', '.katex .hide-tail', '.katex .stretchy', '.monaco-editor'].flatMap(on => [on, `${on} *`]).join()

/** The first element that each slide or step cuts; what a step hides may wait outside. */
function overflows(): string[] {
  return [...document.querySelectorAll('.print-slide-container')].flatMap((container) => {
    const box = container.getBoundingClientRect()
    const cut = [...container.querySelectorAll(`.slidev-page *:not(${ON_PURPOSE})`)]
      .find(element => element.checkVisibility({ visibilityProperty: true }) && isCut(element, box))
    return cut ? [`${slideOf(cut)}: ${describe(cut)} does not fit on the slide. Say less, or make it smaller.`] : []
  })
}

/** Pictures by any element or style, tried once more to see whether they load. */
async function missingPictures(): Promise<string[]> {
  const found: [element: Element, address: string][] = []
  for (const element of document.querySelectorAll('.paper *')) {
    if (element instanceof HTMLImageElement)
      found.push([element, element.currentSrc || element.src])
    else if (element instanceof SVGImageElement)
      found.push([element, element.href.baseVal])
    for (const [, address] of getComputedStyle(element).backgroundImage.matchAll(/url\("([^"]+)"\)/g))
      found.push([element, address!])
  }
  const loads = await Promise.all(found.map(([, address]) => {
    const picture = new Image()
    picture.src = address
    return picture.decode().then(() => true, () => false)
  }))
  return found.filter((_, i) => !loads[i])
    .map(([element, address]) => `${slideOf(element)}: ${describe(element)} lacks its picture, ${address.slice(0, 80)}. Correct the path, or add the file.`)
}

function failedFonts(): string[] {
  const failed = new Set([...document.fonts].filter(face => face.status === 'error').map(face => face.family.replaceAll('"', '')))
  return [...failed].map((family) => {
    const user = [...document.querySelectorAll('.paper > article *')].find(element =>
      element.checkVisibility() && getComputedStyle(element).fontFamily.split(',')[0]!.replaceAll('"', '').trim() === family)
    return `${user ? `${slideOf(user)}: ${describe(user)}` : 'the deck'} lacks its font, ${family}. Run \`npm run fonts\`, or correct styles/fonts.css.`
  })
}

const noLayout = () => undrawn().map(container =>
  `${slideOf(container)}: its layout does not show. Give the layout's outer element the class slidev-layout, or the slide another layout.`)

/** @returns one line for each fault; none when the pages may be printed */
export async function findFaults(): Promise<string[]> {
  return [...noLayout(), ...overflows(), ...await missingPictures(), ...failedFonts()]
}
