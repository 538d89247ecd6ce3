#!/usr/bin/env bash
# Chromium 150's tagged PDF keeps a word's `lang` only where its element has a tag of its own: on em, strong, a link, or
# a span with a title. On span, i, cite and q, the elements that mark foreign words, it is dropped without a word, and a
# screen reader goes on in the page's language, although in the browser itself it changes its voice. Exits 1 where this
# changed. Takes Chromium from CHROMIUM_PATH, or else the system's.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts --no-audit --no-fund playwright-core@1.63.0 pdfjs-dist@5.6.205
cat > try.mjs <<'JS'
import { chromium } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()
const languages = ({ lang, children = [] }) => [...lang ? [lang] : [], ...children.flatMap(languages)]

async function keeps(tag) {
  const word = `<${tag} lang="fr">chose</${tag.split(' ')[0]}>`
  await page.setContent(`<html lang="en"><title>One word</title><p>A word, ${word}, in French</p></html>`)
  const file = await getDocument({ data: new Uint8Array(await page.pdf({ tagged: true })), verbosity: 0 }).promise
  return languages(await (await file.getPage(1)).getStructTree()).includes('fr')
}

const found = {}
for (const tag of ['span', 'i', 'cite', 'q', 'em', 'strong', 'a href="#there"', 'span title="thing"'])
  found[tag] = await keeps(tag)
const [kept, dropped] = [true, false].map(is => Object.keys(found).filter(tag => found[tag] === is).join(', '))
console.log(`Chromium ${browser.version()} keeps the language of ${kept}; drops that of ${dropped}.`)
await browser.close()
process.exit(dropped === 'span, i, cite, q' ? 0 : 1)
JS
node try.mjs
