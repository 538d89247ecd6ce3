/** Every key answers in the very next frame and touches no slide but the two concerned. */
import { expect, it } from 'vitest'
import { everyState, openDeck, useBrowser } from './browser'

/** Milliseconds until nothing moves any more. */
const SETTLED = 300

useBrowser()
const states = await everyState()

/**
 * Runs in the page: presses keys there and counts in frames, which a busy machine makes longer but not more.
 * @returns a key's place before and after; frames until its slide is seen; numbers of other slides whose
 *   elements changed; milliseconds that the longest movement takes
 */
async function pressAll(keys: string[]) {
  const slideshow = document.querySelector('#slideshow')!
  const current = () => [...slideshow.children].find(slide => (slide as HTMLElement).style.display !== 'none')!
  const answers = []
  // What a slide does once it is left (a mark by hand is redrawn) may come with the next key.
  let left = current()
  for (const key of keys) {
    const touched = new Set<string>()
    const observer = new MutationObserver(changes => changes.forEach(({ target }) => {
      const slide = (target instanceof Element ? target : target.parentElement)?.closest('[data-slidev-no]')
      // A link's mark of naming the current slide is vue-router's.
      if (slide && !(target as Element).matches?.('a'))
        touched.add(slide.getAttribute('data-slidev-no')!)
    }))
    observer.observe(slideshow, { subtree: true, childList: true, attributes: true, characterData: true })
    const from = location.hash
    const concerned = [left, left = current()]
    let frames = 0
    let seen = false
    dispatchEvent(new KeyboardEvent('keydown', { key, code: key }))
    // Let go at once: held for a busy machine's frame, it would count again.
    dispatchEvent(new KeyboardEvent('keyup', { key, code: key }))
    while (!seen && frames < 30) {
      await new Promise(requestAnimationFrame)
      frames++
      seen = location.hash !== from && current().checkVisibility() && Number(getComputedStyle(current()).opacity) > 0.3
    }
    // But for a mark by hand (v-mark), whose drawing is what it is there for.
    const moving = document.getAnimations().filter(({ effect }) => !(effect as KeyframeEffect).target?.closest('.rough-annotation'))
    const ends = moving.map(animation => Number(animation.effect!.getComputedTiming().endTime))
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    observer.disconnect()
    const others = [...touched].filter(no => ![...concerned, current()].some(slide => slide.getAttribute('data-slidev-no') === no))
    answers.push({ from, to: location.hash, frames, others, settled: Math.max(0, ...ends) })
  }
  return answers
}

it.each(['no-preference', 'reduce'] as const)('answers in the next frame, forwards and backwards, motion: %s', async (reducedMotion) => {
  const { page } = await openDeck({ reducedMotion })
  await page.waitForFunction(count => document.querySelectorAll('#slideshow > [data-slidev-no]').length === count, states.at(-1)!.no)
  const there = states.slice(1).map(() => 'ArrowRight')
  const answers = await page.evaluate(pressAll, [...there, ...there.map(() => 'ArrowLeft')])
  expect(answers.map(({ to }) => to)).toEqual([...states.slice(1), ...states.slice(0, -1).reverse()].map(({ hash }) => hash))
  for (const { from, to, frames, others, settled } of answers) {
    expect(frames, `frames from ${from} to ${to}`).toBe(1)
    expect(others, `other slides changed from ${from} to ${to}`).toEqual([])
    expect(settled, `ms to rest from ${from} to ${to}`).toBeLessThanOrEqual(SETTLED)
  }
  await page.context().close()
})
