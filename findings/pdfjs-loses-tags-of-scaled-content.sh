#!/usr/bin/env bash
# Chromium 150 with pdf.js 5.6.205: what stands under `transform: scale()` is written into form objects of its own, and
# the tags refer to it there. The same page read by pdf.js (and so by Firefox) then has an empty structure: no heading,
# no paragraph, although the tree in the file is whole and other readers tell it. Scaled to the same size by `zoom`, the
# page has all its tags. Exits 1 where this changed. Takes Chromium from CHROMIUM_PATH, or else the system's.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts --no-audit --no-fund playwright-core@1.63.0 pdfjs-dist@5.6.205
cat > try.mjs <<'JS'
import { chromium } from 'playwright-core'
import { getDocument, version } from 'pdfjs-dist/legacy/build/pdf.mjs'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()
const roles = ({ role, children = [] }) => [...role ? [role] : [], ...children.flatMap(roles)]

async function tagsRead(style) {
  const article = number => `<article style="${style}"><h2>Heading ${number}</h2><p>Paragraph ${number}</p></article>`
  await page.setContent(`<html lang="en"><title>Two articles</title><main>${article(1)}${article(2)}</main></html>`)
  const data = new Uint8Array(await page.pdf({ tagged: true }))
  const file = await getDocument({ data, verbosity: 0 }).promise
  return roles(await (await file.getPage(1)).getStructTree())
    .filter(role => /^(?:H2|P)$/.test(role)).join(' ') || 'none'
}

const zoomed = await tagsRead('zoom: 0.5')
const scaled = await tagsRead('transform: scale(0.5)')
console.log(`Chromium ${browser.version()}, pdf.js ${version}: by zoom ${zoomed}; by transform ${scaled}.`)
await browser.close()
process.exit(zoomed === 'H2 P H2 P' && scaled === 'none' ? 0 : 1)
JS
node try.mjs
