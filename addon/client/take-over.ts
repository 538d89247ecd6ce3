/** The handing over from the first slide as it stands in the page to the same slide as the deck draws it. */

/** Every letter that slides are written with, so that whole fonts are asked for and not only the first slide's glyphs. */
const LETTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')

/**
 * Waits until the deck's own fonts can draw what the first view's few glyphs draw, then takes these away. Both
 * steps are invisible; the styles have come, since scripts wait for them. A font that is lost keeps no deck back.
 */
export async function takeOver(): Promise<void> {
  const view = document.querySelector('[data-first-view]:not(style)')
  if (!view)
    return
  const fonts = new Set([view, ...view.querySelectorAll('*')].map(element => getComputedStyle(element).font))
  await Promise.allSettled([...fonts].map(font => document.fonts.load(font, LETTERS)))
  document.querySelector('style[data-first-view]')?.remove()
}
