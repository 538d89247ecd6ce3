/**
 * `npm run og-image`: draws public/og-image.png from the first slide, for the headmatter's `seoMeta.ogImage`. Kept beside the
 * slides rather than made by every build, since it takes a browser, which building and presenting do not;
 * tests/browser/first-view.test.ts says when it is due. Slidev's own `ogImage: auto` takes a browser as well, and ships the picture twice.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deckRoot } from '../deck/load'
import { launch } from '../run/browser'
import { ensureBuilt } from '../run/built'
import { pictureOfCover } from '../run/cover'
import { serve } from '../run/serve'

const file = join(deckRoot, 'public/og-image.png')
try {
  const { url, close } = await serve(await ensureBuilt())
  const browser = await launch()
  const picture = await pictureOfCover(browser, url)
  writeFileSync(file, picture)
  console.log(`${file}  ${(picture.length / 1024).toFixed(0)} KB`)
  await browser.close()
  await close()
}
catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
