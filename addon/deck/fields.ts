/** What Slidev expects of a slide's own fields; with anything else it shows another slide than was meant, or none. */
import { relative } from 'node:path'
import type { SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import { parse } from 'yaml'
import { int, looseObject, string } from 'zod'
import { noYaml } from './yaml'

const slideFields = looseObject({
  clicks: int('a whole number').min(0, 'a whole number'),
  layout: string('a name'),
  routeAlias: string('one word').regex(/^[^\s/]+$/, 'one word'),
  src: string('a path'),
}).partial()

/** @returns what is wrong, each with the lines between it and the slide's first */
function fieldFaults(slide: SourceSlideInfo) {
  const { frontmatter, frontmatterDoc: doc, frontmatterRaw: raw = '', frontmatterStyle: style } = slide
  const one = (says: string, below = 0): [string, number][] => [[says, below]]
  if (raw && style === 'frontmatter' && !raw.endsWith('\n')) {
    const lines = raw.split('\n')
    const last = lines.at(-1)
    return one(`the frontmatter ends at the three hyphens after “${last}”; write that line without them.`, lines.length)
  }
  if (doc?.errors[0])
    return one(`the frontmatter: ${noYaml(doc.errors[0])}`, doc.errors[0].linePos?.[0].line)
  if (doc?.commentBefore && !doc.contents && typeof parse(doc.commentBefore) !== 'object')
    return one('“---” right above a headline makes it a comment of the frontmatter; leave a blank line between them.')
  const kind = Array.isArray(frontmatter) ? 'list' : typeof frontmatter
  if (raw.trim() && kind !== 'object')
    return one(`the frontmatter is a ${kind}; write fields, as \`clicks: 2\`.`)
  return slideFields.safeParse(frontmatter).error?.issues.flatMap(({ path: [name], message }) =>
    one(`\`${String(name)}\` is ${JSON.stringify(frontmatter[String(name)])}; write ${message}.`)) ?? []
}

/**
 * @param files the deck's files as Slidev's parser read them
 * @param root the deck's folder
 * @returns one line a fault, naming file and line
 */
export function fileFaults(files: Record<string, SlidevMarkdown>, root: string): string[] {
  return Object.values(files).flatMap(({ filepath, slides, errors = [] }) => {
    const at = (line: number, says: string) => `${relative(root, filepath)}:${line + 1}: ${says}`
    const found = slides.flatMap(slide => fieldFaults(slide).map(([says, below]) => at(slide.start + below, says)))
    return found.length
      ? found
      : errors.map(({ row, message }) => at(row, `${message.replace(`${root}/`, '')}; correct \`src\`.`))
  })
}
