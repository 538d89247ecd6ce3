/** Text that a person edits, held against what its readers expect. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import { parseDocument, type YAMLError } from 'yaml'
import type { ZodType } from 'zod'

/** What the parser of YAML found, in half a line. */
export function noYaml({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  return /^BLOCK_(?:AS_IMPLICIT_KEY|IN_FLOW)$/.test(code)
    ? 'a text holds a colon; put the text in quotation marks.'
    : `is no YAML: ${message.split(/ at line |\n/)[0]!.replace(/[:.]$/, '')}.`
}

/** What is wrong with a field, after its name. */
function problem({ code, input, expected, keys, format }: Record<string, unknown>): string {
  if (code === 'unrecognized_keys')
    return `has ${[keys].flat().join(', ')}, which nothing reads; look for a typing slip.`
  const right = code === 'invalid_type' ? `value of type ${expected}` : format ?? 'longer text'
  return input === undefined ? 'is missing.' : `is ${JSON.stringify(input)}; write a ${right}.`
}

/**
 * @param file path of a YAML file
 * @param schema what it must hold
 * @throws one line for each missing or wrong field, naming file and field; or for what is no YAML, naming its line
 */
export function readYaml<T>(file: string, schema: ZodType<T>): T {
  const name = basename(file)
  const document = parseDocument(readFileSync(file, 'utf8'))
  const [unread] = document.errors
  if (unread)
    throw new Error(`${name}:${unread.linePos?.[0].line ?? 1}: ${noYaml(unread)}`)
  const { data, error } = schema.safeParse(document.toJSON(), { error: issue => problem(issue as Record<string, unknown>) })
  if (error)
    throw new Error(error.issues.map(({ path, message }) => `${name}: ${path.join('.') || 'the file'} ${message}`).join('\n'))
  return data
}

/**
 * @param file path of a YAML file with the schema of the same name beside it: `talk.yaml`, `talk.schema.ts`
 * @throws as {@link readYaml}, and where there is no schema
 */
export async function readWithSchema(file: string): Promise<unknown> {
  const schema = file.replace(/\.yaml$/, '.schema.ts')
  if (!existsSync(schema))
    throw new Error(`${basename(file)}: write its fields in ${basename(schema)}, a Zod schema by default export.`)
  return readYaml(file, (await tsImport(schema, import.meta.url)).default)
}
