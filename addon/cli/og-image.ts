/**
 * `deck og-image`: draws public/og-image.png from the first slide, for the headmatter's `seoMeta.ogImage`. Slidev's own
 * `ogImage: auto` takes a browser for every build, and ships the picture twice.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-chromium'
import { deckRoot } from '../deck/load'
import { close, launch } from './browser'
import { ensureBuilt } from './build'
import { serve } from './serve'

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

/** @throws when the deck cannot be built or there is no browser */
export async function ogImage(entry: string): Promise<void> {
  const file = join(deckRoot, 'public/og-image.png')
  const served = await serve(await ensureBuilt(entry))
  try {
    const browser = await launch()
    const picture = await pictureOfCover(browser, served.url)
    await close(browser)
    writeFileSync(file, picture)
    console.log(`${file}  ${(picture.length / 1024).toFixed(0)} KB`)
  }
  finally {
    await served.close()
  }
}
