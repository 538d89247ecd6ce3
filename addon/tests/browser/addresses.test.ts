/** No address shows one slide under the name of another. */
import { expect, it } from 'vitest'
import { everyState, openDeck, useBrowser } from './browser'

useBrowser()
const total = (await everyState()).at(-1)!.no

it('mends addresses that name no slide or step, when typed and when opened', async () => {
  const { page } = await openDeck({}, '#/5')
  const shown = () => page.evaluate(() => document.querySelector('#slide-content .slidev-page:not([style*="display: none"])')?.getAttribute('data-slidev-no'))
  for (const [asked, to, opened] of [
    ['#/99', `#/${total}`, true], ['#/0', '#/1'], ['#/abc', '#/1'], ['#/2.4', '#/2'], ['#/presenter/99', `#/presenter/${total}`],
    ['#/2?clicks=-1', '#/2'], ['#/2?clicks=abc', '#/2', true],
  ] as const) {
    await page.evaluate(asked => location.hash = asked, asked)
    if (opened)
      await page.reload()
    await expect.poll(() => page.evaluate(() => location.hash), { message: asked, interval: 20, timeout: 5000 }).toBe(to)
    await expect.poll(shown, { message: asked, interval: 20 }).toBe(to.match(/\d+/)![0])
  }
  await page.context().close()
})
