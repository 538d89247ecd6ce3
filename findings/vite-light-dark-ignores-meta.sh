#!/usr/bin/env bash
# A page that declares `<meta name="color-scheme" content="light dark">` and colours with `light-dark()` is right on
# Vite's dev server and has no background at all once built. Vite 8 minifies CSS by Lightning CSS, which rewrites
# light-dark() into two variables and sets them only where a stylesheet itself declares `color-scheme`; without it both
# stay unset, the value becomes both colours in a row, and the browser drops it. It surprises because the meta element
# is the standard's other way to say the same, the browser knows light-dark() itself, and nothing warns.
# Remedy: `:root { color-scheme: light dark }` in the same stylesheet. Seen with Vite 8.3.0, lightningcss 1.33.0,
# Chromium 150; parcel-bundler/lightningcss#1196 is about pages without any scheme.
# Needs Chromium (CHROMIUM_PATH). Exits 1 where this changed.
set -euo pipefail
browser=${CHROMIUM_PATH:-/usr/bin/chromium}
[ -x "$browser" ] || { echo "skipped: no Chromium"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vite@8.3.0 lightningcss@1.33.0
"$browser" --version 2> /dev/null
cat > try.mjs <<'JS'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build, version } from 'vite'

const page = (css) => `<!doctype html>
<html lang="en"><meta name="color-scheme" content="light dark"><title>Page</title>
<style>${css}</style><p id="p">Hello</p>
<script>document.title = getComputedStyle(document.getElementById('p')).backgroundColor</script></html>`
const background = (css) => {
  writeFileSync('shown.html', page(css))
  return execFileSync(process.argv[2], ['--headless', '--no-sandbox', `--user-data-dir=${process.cwd()}/profile`,
    '--dump-dom', pathToFileURL('shown.html').href], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .match(/<title>(.*)<\/title>/)[1]
}
const built = async (css) => {
  writeFileSync('style.css', css)
  writeFileSync('index.html', '<!doctype html><html lang="en"><link rel="stylesheet" href="./style.css"></html>')
  const { output } = await build({ logLevel: 'error', build: { write: false } })
  return output.find((file) => file.fileName.endsWith('.css')).source
}
const css = 'p { background: light-dark(rgb(1, 2, 3), rgb(4, 5, 6)) }'
const [before, after] = [background(css), background(await built(css))]
const remedied = background(await built(`:root { color-scheme: light dark } ${css}`))
console.log(`Vite ${version}. As written: ${before}; built: ${after}; built with color-scheme in the CSS: ${remedied}`)
console.log(await built(css))
process.exit(before === 'rgb(1, 2, 3)' && remedied === before && after === 'rgba(0, 0, 0, 0)' ? 0 : 1)
JS
node try.mjs "$browser"
