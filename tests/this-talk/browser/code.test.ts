import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { expect, inject, it } from 'vitest'
import { loadDeck } from '../../../addon/deck/load'
import { theBrowser } from '../../../addon/tests/support/page'
import { talk } from '../../../talk'

it('keeps a code on a late slide that a phone reads from the back of a room, in either scheme', async () => {
  const { slides } = await loadDeck()
  const { no } = slides.findLast(({ content }) => /QrCode|Questions/.test(content))!
  const page = await (await theBrowser()).newPage({ viewport: { width: 480, height: 270 } })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${inject('deckUrl')}#/${no}`)
    await page.locator(`#slide-content .slidev-page-${no} svg:visible`).first().waitFor()
    const { data, width, height } = PNG.sync.read(await page.screenshot())
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data, colorScheme).toBe(talk.post.address)
  }
  await page.close()
})
