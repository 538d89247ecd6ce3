#!/usr/bin/env bash
# Chromium prints a page of 960 × 540 px (720 × 405 pt, the plain 16:9 slide) 404.88 pt high: its own page box cuts the
# last 0.12 pt of the slide. One of 980 px is 735.12 pt wide instead of 735, and a slide that fills it leaves a white
# hairline. The page box goes in whole steps of 1/300 inch (0.24 pt) whatever `@page { size }` says, down or up, while
# what is drawn keeps its own size. It surprises because CSS lengths are exact, PDF takes fractions, and these sizes are
# whole points. Multiples of 8 px are exact (984 × 552). Seen with Chromium 150, pdf-lib 1.17.1.
# Needs Chromium (CHROMIUM_PATH). Exits 1 where this changed.
set -euo pipefail
browser=${CHROMIUM_PATH:-/usr/bin/chromium}
[ -x "$browser" ] || { echo "skipped: no Chromium"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdf-lib@1.17.1
"$browser" --version 2> /dev/null
for size in 960x540 980x552 984x552; do
  cat > page.html <<HTML
<!doctype html>
<html lang="en"><title>Page</title>
<style>@page { size: ${size%x*}px ${size#*x}px; margin: 0 }</style>
<p>A slide</p>
</html>
HTML
  "$browser" --headless --no-sandbox --user-data-dir="$folder/profile" --no-pdf-header-footer \
    --print-to-pdf="$size.pdf" "file://$folder/page.html" > /dev/null 2>&1
done
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'

const seen = []
for (const size of ['960x540', '980x552', '984x552']) {
  const page = (await PDFDocument.load(readFileSync(`${size}.pdf`))).getPage(0)
  seen.push([page.getWidth(), page.getHeight()].map((points) => Number(points.toFixed(2))).join(' × '))
  console.log(`${size} px: asked ${size.split('x').map((px) => px * 0.75).join(' × ')} pt, got ${seen.at(-1)} pt`)
}
process.exit(seen.join() === '720 × 404.88,735.12 × 414,738 × 414' ? 0 : 1)
JS
node read.mjs
