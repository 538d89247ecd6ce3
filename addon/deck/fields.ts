/** What Slidev expects of a slide's own fields; with anything else it shows another slide than was meant, or none, and says nothing. */
import { relative } from 'node:path'
import type { SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import { int, looseObject, string } from 'zod'

const WRITE: Record<string, string> = { clicks: 'a whole number', layout: 'a name', routeAlias: 'one word', src: 'a path' }

const slideFields = looseObject({
  clicks: int().min(0),
  layout: string(),
  routeAlias: string().regex(/^[^\s/]+$/),
  src: string(),
}).partial()

/** @param error what the parser of YAML found in a slide's head */
export const noYaml = ({ message }: Error) => `the frontmatter is no YAML: ${message.split(/ at line |\n/)[0]}.`

function fieldFaults({ frontmatter, frontmatterDoc, frontmatterRaw }: SourceSlideInfo): string[] {
  const [unread] = frontmatterDoc?.errors ?? []
  if (unread)
    return [noYaml(unread)]
  if (frontmatterRaw?.trim() && (typeof frontmatter !== 'object' || Array.isArray(frontmatter)))
    return [`the frontmatter is a ${Array.isArray(frontmatter) ? 'list' : typeof frontmatter}; write fields, such as \`clicks: 2\`.`]
  const { error } = slideFields.safeParse(frontmatter)
  return error?.issues.map(({ path: [name] }) => `\`${String(name)}\` is ${JSON.stringify(frontmatter[name as string])}; write ${WRITE[name as string]}.`) ?? []
}

/**
 * @param files the deck's files as Slidev's parser read them
 * @param root the deck's folder
 * @returns one line a fault, naming file and line
 */
export function fileFaults(files: Record<string, SlidevMarkdown>, root: string): string[] {
  return Object.values(files).flatMap(({ filepath, slides, errors = [] }) => {
    const at = (line: number, says: string) => `${relative(root, filepath)}:${line + 1}: ${says}`
    const found = slides.flatMap(slide => fieldFaults(slide).map(says => at(slide.start, says)))
    return found.length ? found : errors.map(({ row, message }) => at(row, `${message.replace(`${root}/`, '')}; correct \`src\`.`))
  })
}
