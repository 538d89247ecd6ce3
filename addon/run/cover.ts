/** The picture that sites show with a link to the deck. */
import type { Browser } from 'playwright-chromium'

/**
 * @param url of the built deck, with a slash at the end
 * @returns the first slide as a PNG in the shape that previews have, 1.91 to 1 being the widest they take
 */
export async function pictureOfCover(browser: Browser, url: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 675 }, colorScheme: 'light' })
  await page.goto(`${url}#/1`)
  await page.locator('#app[data-v-app] .slidev-layout').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.screenshot()
  await page.close()
  return picture
}
