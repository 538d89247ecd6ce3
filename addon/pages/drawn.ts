/** What can be said of slides once they are drawn. */

/** Milliseconds until a picture or font of a host that does not answer is waited for no longer. */
const PATIENCE = 10_000

/** A list of families, as fonts name themselves. */
export const families = (list: string) => list.split(',').map(family => family.replaceAll('"', '').trim())

/** @returns an element's words as they are seen: without a formula's sources, and readings over words */
export function wordsOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined
  copy?.querySelectorAll('.katex-mathml, rt, style').forEach(unseen => unseen.remove())
  copy?.querySelectorAll('br').forEach(line => line.replaceWith(' '))
  return copy?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}

/** Resolves when every font and picture of what is on the page has come, or failed, or kept us waiting. */
export async function allLoaded(): Promise<void> {
  // Each by itself: `document.fonts.ready` waits only for those that layout has asked for by now.
  const all = [...document.querySelectorAll('.paper *')]
  const inUse = new Set(all.flatMap(element => families(getComputedStyle(element).fontFamily)))
  const faces = [...document.fonts].filter(face => inUse.has(families(face.family)[0]!))
  const loads = [...faces.map(face => face.load()), ...[...document.images].map(image => image.decode())]
  const late = new Promise(done => setTimeout(done, PATIENCE))
  await Promise.race([late, Promise.allSettled(loads).then(() => document.fonts.ready)])
}
