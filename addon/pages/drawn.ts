/** What can be said of slides once they are drawn. */

/** Milliseconds until a picture or font of a host that does not answer is waited for no longer. */
const PATIENCE = 10_000

/** @returns an element's words as they are seen: without a formula's sources, and readings over words */
export function wordsOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined
  copy?.querySelectorAll('.katex-mathml, rt, style').forEach(unseen => unseen.remove())
  copy?.querySelectorAll('br').forEach(line => line.replaceWith(' '))
  return copy?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}

/** Resolves when every font and picture of what is on the page has come, or failed, or kept us waiting. */
export async function allLoaded(): Promise<void> {
  document.body.getBoundingClientRect() // A layout asks for the fonts.
  const loads = [document.fonts.ready, ...[...document.images].map(image => image.decode())]
  await Promise.race([new Promise(done => setTimeout(done, PATIENCE)), Promise.allSettled(loads)])
}
