/**
 * `deck og-image`: draws the first slide as the picture that sites show with a link. Slidev's own `ogImage: auto` takes
 * a browser for every build, and ships the picture twice.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { deckRoot, readDeck } from '../deck/load'
import { writeWhole } from '../pdf/write'
import { close, findBrowser, launch } from './browser'
import { ensureBuilt } from './build'
import { serve } from './serve'

/** @param dist folder of the built deck @param file where the picture goes @throws when there is no browser */
async function draw(dist: string, file: string): Promise<void> {
  const served = await serve(dist)
  const browser = await launch()
  try {
    // 1.91 to 1 is the widest that previews take.
    const page = await browser.newPage({ viewport: { width: 1200, height: 675 }, colorScheme: 'light' })
    await page.goto(`${served.url}#/1`)
    await page.locator('#app[data-v-app] [data-slidev-no="1"] > *').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await writeWhole(file, await page.screenshot())
  }
  finally {
    await close(browser)
    await served.close()
  }
}

/** Name of the file in public/ that the deck names as its `seoMeta.ogImage`, if it is one. */
async function pictureOf(entry: string): Promise<string | undefined> {
  const { headmatter } = await readDeck(entry)
  const name = String(headmatter.seoMeta?.ogImage ?? '')
  return /^(?!auto$|\w+:)[^/]+\.png$/.test(name) ? name : undefined
}

/** @throws when the deck cannot be built or there is no browser */
export async function ogImage(entry: string): Promise<void> {
  const file = join(deckRoot, 'public', await pictureOf(entry) ?? 'og-image.png')
  await draw(await ensureBuilt(entry), file)
  console.log(`${file}  ${(statSync(file).size / 1024).toFixed(0)} KB`)
}

/**
 * A deck built to be put online shows the cover that it has, not the one that was drawn last: drawn anew into the build
 * where the entry file is newer and there is a browser, else said.
 */
export async function freshenPicture(entry: string, dist: string): Promise<void> {
  const name = await pictureOf(entry)
  const drawn = name && statSync(join(deckRoot, 'public', name), { throwIfNoEntry: false })
  // A checkout writes both files at about the same time.
  if (!drawn || drawn.mtimeMs + 60_000 > statSync(entry).mtimeMs)
    return
  try {
    findBrowser()
  }
  catch {
    return console.error(`public/${name} is older than the cover: draw it by \`deck og-image\`, which takes a browser.`)
  }
  await draw(dist, join(dist, name))
}
