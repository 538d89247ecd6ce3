/**
 * `npm run browsers`: every slide at its last step, light and dark, in Firefox and WebKit beside Chromium's, and a talk
 * in two windows of each. An engine that is not here is left out, in one line. Pictures that differ go to out/browsers.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deckRoot, loadDeck } from '../deck/load'
import { ensureBuilt } from '../run/built'
import { serve } from '../run/serve'
import { TOLERANCE, unlike } from '../browsers/compare'
import { Absent, type Engine } from '../browsers/engine'
import { firefox } from '../browsers/firefox'
import { chromium, playwrightFirefox, playwrightWebkit } from '../browsers/playwright'
import { walk } from '../browsers/walk'
import { webkit } from '../browsers/webkit'

const out = join(deckRoot, 'out', 'browsers')
const schemes = ['light', 'dark'] as const

type Pictures = Map<string, Uint8Array>

/** Waits for slide, fonts and two frames; nothing moves meanwhile. */
const ready = (hash: string, no: number) => `(async () => {
  document.getElementById('still') ?? document.head.insertAdjacentHTML('beforeend', '<style id="still">*, ::before, ::after { transition: none !important; animation: none !important }</style>')
  location.hash = ${JSON.stringify(hash)}
  const frame = () => new Promise(requestAnimationFrame)
  for (let frames = 0; frames < 300 && !document.querySelector('#slide-content .slidev-page-${no} .slidev-layout')?.getClientRects().length; frames++)
    await frame()
  await document.fonts.ready
  await new Promise(done => setTimeout(done, 150))
  return true
})()`

async function picturesOf(engine: Engine, url: string): Promise<Pictures> {
  const { slides } = await loadDeck()
  const pictures: Pictures = new Map()
  const window = await engine.open()
  for (const scheme of schemes) {
    await window.goTo(`${url}#/1`)
    await window.evaluate(`localStorage.setItem('slidev-color-schema', ${JSON.stringify(scheme)})`)
    await window.goTo(`${url}?${scheme}#/1`) // another address, so that the page is loaded anew
    if (await window.evaluate('document.documentElement.classList.contains("dark")') !== (scheme === 'dark'))
      throw new Error(`${engine.name} does not draw ${scheme} slides.`)
    for (const { no, frontmatter: { clicks = 0 } } of slides) {
      await window.evaluate(ready(`#/${no}${clicks ? `?clicks=${clicks}` : ''}`, no))
      pictures.set(`${no}-${scheme}`, await window.picture())
    }
  }
  await window.close()
  return pictures
}

/** @returns a line for each picture that differs by more than the tolerance; pictures of both stand in out/browsers */
function differences(engine: Engine, seen: Pictures, model: Pictures): { lines: string[], most: number } {
  const lines: string[] = []
  let most = 0
  for (const [name, picture] of seen) {
    const { share, picture: where } = unlike(picture, model.get(name)!)
    most = Math.max(most, share)
    if (share <= TOLERANCE)
      continue
    for (const [what, png] of [['seen', picture], ['model', model.get(name)!], ['unlike', where]] as const)
      png && writeFileSync(join(out, `${engine.name}-${name}-${what}.png`), png)
    lines.push(`${engine.name}: slide ${name.replace('-', ', ')}: ${(share * 100).toFixed(1)} % differ`)
  }
  return { lines, most }
}

/** A driver may give no message, then its error's name says what is wrong. */
const inShort = ({ name, message }: Error) => message.split('\n')[0] || name

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const { url, close } = await serve(await ensureBuilt())
const found: string[] = []
let model: Pictures | undefined
try {
  for (const start of [chromium, firefox, webkit, playwrightFirefox, playwrightWebkit]) {
    let engine: Engine | undefined
    try {
      engine = await start()
      await walk(engine, url).catch((error: Error) => found.push(`${engine!.name}: ${inShort(error)}`))
      const pictures = await picturesOf(engine, url)
      const { lines, most } = model ? differences(engine, pictures, model) : { lines: [], most: 0 }
      found.push(...lines)
      console.log(`${engine.name} ${engine.version}: two windows walked, ${pictures.size} pictures${model ? `, at most ${(most * 100).toFixed(2)} % unlike Chromium’s` : ''}`)
      model ??= pictures
    }
    catch (error) {
      if (error instanceof Absent)
        console.log(`Left out: ${error.message}`)
      else
        found.push(`${engine?.name ?? start.name}: ${inShort(error as Error)}`)
    }
    finally {
      await engine?.close()
    }
  }
}
finally {
  await close()
}
if (found.length) {
  console.error(`${found.join('\n')}\nMore than ${TOLERANCE * 100} % of a picture may not differ: see out/browsers.`)
  process.exitCode = 1
}
