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
const ready = (hash: string, no: number, kerned: boolean) => `(async () => {
  document.getElementById('still') ?? document.head.insertAdjacentHTML('beforeend', '<style id="still">*, ::before, ::after { transition: none !important; animation: none !important }${kerned ? '' : ' #app .slidev-layout, #app .slidev-layout * { font-kerning: none !important }'}</style>')
  location.hash = ${JSON.stringify(hash)}
  const frame = () => new Promise(requestAnimationFrame)
  for (let frames = 0; frames < 300 && !document.querySelector('#slide-content .slidev-page-${no} .slidev-layout')?.getClientRects().length; frames++)
    await frame()
  await document.fonts.ready
  await new Promise(done => setTimeout(done, 150))
  return true
})()`

async function picturesOf(engine: Engine, url: string, kerned: boolean): Promise<Pictures> {
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
      await window.evaluate(ready(`#/${no}${clicks ? `?clicks=${clicks}` : ''}`, no, kerned))
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
    const { points, picture: where } = unlike(picture, model.get(name)!)
    most = Math.max(most, points)
    if (points <= TOLERANCE)
      continue
    for (const [what, png] of [['seen', picture], ['model', model.get(name)!], ['unlike', where]] as const)
      png && writeFileSync(join(out, `${engine.name}-${name}-${what}.png`), png)
    lines.push(`${engine.name}: slide ${name.replace('-', ', ')}: ${points} points differ`)
  }
  return { lines, most }
}

/** A driver may give no message, then its error's name says what is wrong. */
const inShort = ({ name, message }: Error) => message.split('\n')[0] || name

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const { url, close } = await serve(await ensureBuilt())
const found: string[] = []
let models: Record<'kerned' | 'unkerned', Pictures> | undefined
try {
  for (const start of [chromium, firefox, webkit, playwrightFirefox, playwrightWebkit]) {
    let engine: Engine | undefined
    try {
      engine = await start()
      const walked = await walk(engine, url).then(() => 'two windows walked', (error: Error) => {
        found.push(`${engine!.name}: ${inShort(error)}`)
        return 'the walk failed'
      })
      const kerned = !engine.leavesSpaces
      const pictures = await picturesOf(engine, url, kerned)
      const { lines, most } = models ? differences(engine, pictures, models[kerned ? 'kerned' : 'unkerned']) : { lines: [], most: 0 }
      found.push(...lines)
      console.log(`${engine.name} ${engine.version}: ${walked}, ${pictures.size} pictures${models ? `, ${pictures.size - lines.length} like Chromium’s, none with more than ${most} points unlike` : ''}`)
      models ??= { kerned: pictures, unkerned: await picturesOf(engine, url, false) }
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
  console.error(`${found.join('\n')}\nNo more than ${TOLERANCE} points of a picture may differ: see out/browsers.`)
  process.exitCode = 1
}
