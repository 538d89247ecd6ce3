/** Each check fails when it should: a slide broken on purpose for each, named after its check. */
import { readdirSync, readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-chromium'
import { beforeAll, expect, it } from 'vitest'
import { useBrowser, watchPage } from './browser'
import { type Fault, inspect, pageScript } from './checks'

const browser = useBrowser()
const folder = new URL('../fixtures/broken/', import.meta.url)
const names = readdirSync(folder).map(file => file.replace('.html', ''))

/** The markup around every slide, so that only the fixture's own fault is left. */
const whole = (slide: string) => `<!doctype html><html lang="en"><title>Slide</title><style>
  body { margin: 0; font: 24px/1.4 sans-serif; color: #111; background: #fff }
  .slidev-page { position: absolute; inset: 0; padding: 40px } h1 { font-size: 40px; margin: 0 }
</style><main id="slide-content" style="position:relative;width:980px;height:552px">
<div class="slidev-page slidev-page-1"><div class="slidev-layout"><h1>A headline</h1>${slide}</div></div></main>`

let page: Page
let faults: Fault[]
beforeAll(async () => {
  page = await browser().newPage({ reducedMotion: 'reduce' })
  faults = watchPage(page, 'http://home.example/')
  await page.route('**', route => route.abort())
})

async function faultsIn(slide: string, alsoAxe: boolean) {
  await page.goto('about:blank')
  faults.length = 0
  await page.setContent(whole(slide), { waitUntil: 'load' })
  await page.addScriptTag({ content: pageScript })
  const found = [...await page.evaluate(inspect, 1), ...faults]
  if (!alsoAxe)
    return found
  await page.addScriptTag({ content: axe.source })
  const { violations } = await page.evaluate(async () => await (window as unknown as { axe: typeof axe }).axe.run())
  return [...found, ...violations.map(({ id, nodes }) => ({ check: `axe-${id}`, element: nodes[0]!.html, says: '' }))]
}

it('finds nothing in a sound slide', async () => {
  expect(await faultsIn('<p>Some text</p><svg role="img" aria-label="A box" width="300" height="100"><g><rect width="300" height="100" fill="#eee"/><text x="20" y="55">a label</text></g></svg>', true)).toEqual([])
})

it.each(names)('finds what is wrong: %s', async (name) => {
  const found = await faultsIn(readFileSync(new URL(`${name}.html`, folder), 'utf8'), name.startsWith('axe'))
  const check = name.replace(/\..*/, '')
  expect(found.map(fault => fault.check)).toContain(check)
  // The message names the culprit, not a bystander.
  expect(found.filter(fault => fault.check === check).map(({ element, says }) => `${element} ${says}`).join('\n')).toMatch(/culprit/i)
})
