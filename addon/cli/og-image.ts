/**
 * The picture that sites show with a link. Slidev's own `ogImage: auto` ends a build where Playwright has no browser of
 * its own, and keeps what it drew beside the deck, where the next cover finds it.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readDeck } from '../deck/load'
import { writeWhole } from '../pdf/write'
import { close, findBrowser, launch } from './browser'
import { serve } from './serve'

/**
 * Draws the cover into a built deck as the PNG that the headmatter names as `seoMeta.ogImage`, unless public/ holds it:
 * then it is the author's own. Where there is no browser, says that the build lacks it.
 * @param entry path of the deck's entry file
 * @param dist folder of the built deck
 */
export async function drawPicture(entry: string, dist: string): Promise<void> {
  const { headmatter } = await readDeck(entry)
  const name = String(headmatter.seoMeta?.ogImage ?? '')
  if (!/^(?!auto$|\w+:)[^/]+\.png$/.test(name) || existsSync(join(dist, name)))
    return
  try {
    findBrowser()
  }
  catch (error) {
    return console.error(`${name}, the picture for links, is not drawn: ${(error as Error).message}`)
  }
  const served = await serve(dist)
  const browser = await launch()
  try {
    // 1.91 to 1 is the widest that previews take.
    const page = await browser.newPage({ viewport: { width: 1200, height: 675 }, colorScheme: 'light' })
    await page.goto(`${served.url}#/1`)
    await page.locator('#app[data-v-app] [data-slidev-no="1"] > *').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await writeWhole(join(dist, name), await page.screenshot())
  }
  finally {
    await close(browser)
    await served.close()
  }
}
