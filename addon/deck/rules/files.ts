/** Files other than slides: styles, components and layouts; and the assets they all use. Texts are given by path. */
import { dirname, join } from 'node:path/posix'
import { hexColour, remoteAddress } from './markdown'

/** Source files' texts by their path from the repository's root. */
export type Texts = Record<string, string>

/** Code without comments, in which a thread may well be cited. */
export function uncommented(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/\s.*$/gm, '')
}

function each(texts: Texts, test: RegExp, problem: (found: string) => string): string[] {
  return Object.entries(texts).flatMap(([path, text]) => {
    const found = test.exec(uncommented(text))
    return found ? [`${path}: ${problem(found[0])}`] : []
  })
}

/** No request may leave the machine: nothing names another host. */
export const remoteInFiles = (texts: Texts): string[] =>
  each(texts, remoteAddress, found => `names ${found}; keep the file here, or make it a link of a slide.`)

export const coloursInFiles = (texts: Texts): string[] =>
  each(texts, hexColour, found => `names the colour ${found}; make it a token in styles/tokens.css.`)

/** Paths from public/, by "/name.ext", and the headmatter's favicon and preview picture; and files beside a stylesheet, by "./name.ext". */
export function assetsUsed(texts: Texts): { path: string, by: string }[] {
  return Object.entries(texts).flatMap(([by, text]) => [
    ...[...text.matchAll(/(?<![\w./)}])\/([\w\-/]+\.(?:png|jpe?g|svg|webp|avif|gif|ico|woff2|mp4|webm|pdf))\b/g)].map(found => `public/${found[1]}`),
    ...[...text.matchAll(/^\s*(?:favicon|ogImage):\s*['"]?\/?(?!\w+:)([\w\-/]+\.\w+)/gm)].map(found => `public/${found[1]}`),
    ...[...text.matchAll(/url\(['"]?(\.[^'")]+)/g)].map(found => join(dirname(by), found[1]!)),
  ].map(path => ({ path, by })))
}

/**
 * @param texts the files that may use an asset
 * @param assets the assets there are, by path
 */
export function assetProblems(texts: Texts, assets: readonly string[]): string[] {
  const used = assetsUsed(texts)
  return [
    ...used.filter(({ path }) => !assets.includes(path)).map(({ path, by }) => `${by}: uses ${path}, which does not exist.`),
    ...assets.filter(asset => !used.some(({ path }) => path === asset)).map(asset => `${asset}: nothing uses it; delete it.`),
  ]
}
