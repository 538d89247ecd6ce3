/**
 * `deck og-image`: draws public/og-image.png from the first slide, for the headmatter's `seoMeta.ogImage`. Slidev's own
 * `ogImage: auto` takes a browser for every build, and ships the picture twice.
 */
import { join } from 'node:path'
import { deckRoot } from '../deck/load'
import { writeWhole } from '../pdf/write'
import { close, launch } from './browser'
import { ensureBuilt } from './build'
import { serve } from './serve'

/** @throws when the deck cannot be built or there is no browser */
export async function ogImage(entry: string): Promise<void> {
  const file = join(deckRoot, 'public/og-image.png')
  const served = await serve(await ensureBuilt(entry))
  const browser = await launch()
  try {
    // 1.91 to 1 is the widest that previews take.
    const page = await browser.newPage({ viewport: { width: 1200, height: 675 }, colorScheme: 'light' })
    await page.goto(`${served.url}#/1`)
    await page.locator('#app[data-v-app] .slidev-layout').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    const picture = await page.screenshot()
    await writeWhole(file, picture)
    console.log(`${file}  ${(picture.length / 1024).toFixed(0)} KB`)
  }
  finally {
    await close(browser)
    await served.close()
  }
}
