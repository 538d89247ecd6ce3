/** What a reader of the paper would miss: cut content, missing pictures, failed fonts; named by slide and element. */
import { undrawn, wordsOf } from './drawn'

/** px of the canvas; below it lies rounding. */
const TOLERANCE = 1.5

/** Cut on purpose: where the deck says so; what a drawing defines, a formula's parts, what scrolls by itself. */
const PARTS = '.bleed, .sr-only, defs, clipPath, mask, pattern, marker, .katex, .monaco-editor, iframe'
const ON_PURPOSE = `:is(${PARTS}), :is(${PARTS}) *`

/** As a person would point at it: slide 2: `<p class="big">` “its first words”. */
export function nameOf(element: Element): string {
  const slide = element.closest('[data-slide]')?.getAttribute('data-slide')
  const name = element.getAttribute('class')?.split(/\s+/)[0]
  const text = wordsOf(element).slice(0, 40)
  const tag = `<${element.localName}${name ? ` class="${name}"` : ''}>`
  return `${slide ? `slide ${slide}` : 'the deck'}: ${tag}${text ? ` “${text}”` : ''}`
}

/** Boxes of what is seen of an element by itself: its own words, or its drawing. */
function ownBoxes(element: Element): DOMRect[] {
  const range = document.createRange()
  const words = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  if (!words.length)
    return element.children.length ? [] : [element.getBoundingClientRect()]
  return words.flatMap((node) => {
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  })
}

function isCut(element: Element, slide: DOMRect): boolean {
  // What is there to be heard only is cut to one px on purpose.
  const { clientWidth: width, clientHeight: height, scrollWidth, scrollHeight } = element
  const clips = element instanceof HTMLElement && width > 1 && getComputedStyle(element).overflow !== 'visible'
  if (clips && Math.max(scrollHeight - height, scrollWidth - width) > TOLERANCE)
    return true
  return ownBoxes(element).some(box => box.width * box.height > 0 && Math.max(
    slide.left - box.left, box.right - slide.right, slide.top - box.top, box.bottom - slide.bottom) > TOLERANCE)
}

/** The first element that each slide or step cuts; what a step hides may wait outside. */
const overflows = () => [...document.querySelectorAll('.slide .print-slide-container')].flatMap((container) => {
  const box = container.getBoundingClientRect()
  const cut = [...container.querySelectorAll(`.slidev-page *:not(${ON_PURPOSE})`)]
    .find(element => element.checkVisibility({ visibilityProperty: true }) && isCut(element, box))
  const remedy = 'Say less, make it smaller, or say class="bleed" where it is meant.'
  return cut ? [`${nameOf(cut)} does not fit on the slide. ${remedy}`] : []
})

const missingPictures = () => [...document.querySelectorAll<HTMLImageElement>('.paper img')].flatMap((image) => {
  if (image.naturalWidth)
    return []
  const address = image.currentSrc || image.src
  const { origin, host } = URL.parse(address) ?? location
  const far = `Nothing came from ${host}: try again with a network.`
  const why = origin === location.origin ? 'Correct the path, or add the file.' : far
  return `${nameOf(image)} lacks its picture, ${address.slice(0, 80)}. ${why}`
})

const failedFonts = () => [...document.fonts].filter(({ status }) => status === 'error')
  .map(({ family }) => `The font ${family} did not come: correct its address in the styles.`)

const late = () => undrawn().map(part => `${nameOf(part)} is not drawn in time: try again with less running beside.`)

/** @returns a line each */
export const checkPaper = () => [...new Set([...overflows(), ...late(), ...missingPictures(), ...failedFonts()])]
