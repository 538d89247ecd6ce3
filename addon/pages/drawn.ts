/** What can be said of slides once they are drawn. */

/** Milliseconds until a picture or font of a host that does not answer is waited for no longer. */
const PATIENCE = 10_000
/** The same for what draws itself: diagrams, editors, code that runs. */
const DRAWN_WITHIN = 30_000

/** @returns an element's words as they are seen: without a formula's sources, and readings over words */
export function wordsOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined
  copy?.querySelectorAll('.katex-mathml, rt, style').forEach(unseen => unseen.remove())
  copy?.querySelectorAll('br').forEach(line => line.replaceWith(' '))
  return copy?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}

/** @returns what Slidev itself waits for before it exports, and editors without a line */
export const undrawn = () => [...document.querySelectorAll<HTMLElement>(
  '.slidev-slide-loading, [data-waitfor], .mermaid, .slidev-monaco-container')].filter(part =>
  !(part.shadowRoot ?? part).querySelector(part.dataset.waitfor || 'svg, .view-line'))

/** Resolves when every font, picture, diagram and editor on the page has come, or failed, or kept us waiting. */
export async function allLoaded(): Promise<void> {
  document.body.getBoundingClientRect() // A layout asks for the fonts.
  const loads = [document.fonts.ready, ...[...document.images].map(image => image.decode())]
  await Promise.race([new Promise(done => setTimeout(done, PATIENCE)), Promise.allSettled(loads)])
  const end = performance.now() + DRAWN_WITHIN
  while (undrawn().length && performance.now() < end)
    await new Promise(done => setTimeout(done, 50))
  if (document.querySelector('.rough-annotation path')) {
    // Marks follow what has moved 400 ms after the window's size changes.
    dispatchEvent(new Event('resize'))
    await new Promise(done => setTimeout(done, 500))
  }
}
