/** What a slide says to one who does not see it. Pure, so that the build can ask too. */

const TEXTS = 'p, li, dt, dd, td, [aria-pressed]'

/** An element's own text, without that of a text within; two words that stand in different elements stay two. */
function wordsOf(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let words = ''
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement!.closest(TEXTS) !== element)
      continue
    const text = walker.currentNode.textContent!
    words += /[\p{L}\p{N}]$/u.test(words) && /^[\p{L}\p{N}]/u.test(text) ? ` ${text}` : text
  }
  return words.replace(/\s+/g, ' ').trim()
}

/** @returns its texts, and its figures' alternatives, sentence by sentence */
export function spoken(slide: Element): string[] {
  const alternatives = [...slide.querySelectorAll('[role=img][aria-label]')]
    .flatMap(figure => figure.getAttribute('aria-label')!.match(/[^.?!]+[.?!]*[”"’)]*/g) ?? [])
  const texts = [...slide.querySelectorAll(TEXTS)]
    .filter(element => !element.closest('[aria-hidden=true], [role=img]') && element.checkVisibility({ visibilityProperty: true }))
    .map(element => `${wordsOf(element)}${element.getAttribute('aria-pressed') === 'true' ? ', picked' : ''}`)
  return [...texts, ...alternatives.map(text => text.trim())].filter(Boolean)
}
