#!/usr/bin/env bash
# @slidev/cli 52.20.1: a picture that a slide names relative to itself, `![](./pics/p.png)`, is built under a new name,
# but its client preloads it under the old one (composables/usePreloadImages.ts, slidevjs/slidev#2459, #2648): a request
# that ends in 404, and two more tries, for each such picture. Expected: the built address. Fails when that changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir pics
base64 -d > pics/p.png \
  <<< iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==
head -c 8192 /dev/zero >> pics/p.png # too large to be written into the script
printf -- '---\nfonts: { provider: none }\n---\n\n# One\n\n![dot](./pics/p.png)\n' > slides.md
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @slidev/cli@52.20.1 @slidev/theme-default@0.25.0 vue@3.5
npx slidev build > build.log 2>&1 || { cat build.log; exit 1; }
echo "built file:        $(cd dist && ls assets/p-*.png)"
asked=$(grep -rhoE 'images:\[[^]]*p\.png[^]]*\]' dist/assets | head -1)
echo "what is preloaded: $asked"
if [[ "$asked" == *'./pics/p.png'* && ! -e dist/pics/p.png ]]; then
  echo 'as found: the client asks for a file that the build does not have'
else
  echo 'changed: see whether the preload now takes the built address'
  exit 1
fi
