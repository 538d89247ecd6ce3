/** Text that a person edits, held against what its readers expect. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
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
function problem({ code, input, expected, keys, format, values }: Record<string, unknown>): string {
  if (code === 'unrecognized_keys')
    return `has ${[keys].flat().join(', ')}, which nothing reads; look for a typing slip.`
  if (Array.isArray(values) && input !== undefined)
    return `${JSON.stringify(input)} is none of ${values.join(', ')}.`
  const right = `a ${code === 'invalid_type' ? `value of type ${expected}` : format ?? 'longer text'}`
  return input === undefined ? 'is missing.' : `is ${JSON.stringify(input)}; write ${right}.`
}

/** A field's name as its writer knows it: an item of a list goes by its `id`, else by its place, from 1. */
function fieldName([list, index, ...field]: PropertyKey[], value: any): string {
  if (typeof index !== 'number')
    return [list, index, ...field].filter(part => part !== undefined).join('.')
  const item = JSON.stringify(value[list!][index]?.id ?? index + 1)
  return [`${String(list).replace(/s$/, '')} ${item}:`, ...field.length ? [field.join('.')] : []].join(' ')
}

/** @returns what is wrong with a value, a line for each missing or wrong field */
export const faultsOf = (value: unknown, schema: ZodType): string[] =>
  schema.safeParse(value, { error: issue => problem(issue as Record<string, unknown>) }).error?.issues
    .map(({ path, message }) => `${fieldName(path, value) || 'the file'} ${message}`) ?? []

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
  const faults = faultsOf(document.toJSON(), schema)
  if (faults.length)
    throw new Error(faults.map(says => `${name}: ${says}`).join('\n'))
  return schema.parse(document.toJSON())
}

export const schemaOf = (file: string) => file.replace(/\.\w+$/, '.schema.ts')

/** @returns the Zod schema beside a file, if any: `slides.schema.ts` holds what the fields of slides.md may say */
export async function readSchema(file: string): Promise<ZodType | undefined> {
  return existsSync(schemaOf(file)) ? (await tsImport(resolve(schemaOf(file)), import.meta.url)).default : undefined
}

/**
 * @param file path of a YAML file with the schema of the same name beside it: `talk.yaml`, `talk.schema.ts`
 * @throws as {@link readYaml}, and where there is no schema
 */
export async function readWithSchema(file: string): Promise<unknown> {
  const schema = await readSchema(file)
  if (!schema)
    throw new Error(`${basename(file)}: write its fields in ${basename(schemaOf(file))}, its default export.`)
  return readYaml(file, schema)
}
