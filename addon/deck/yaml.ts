/** Text that a person edits, held against what its readers expect. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import { parse } from 'yaml'
import type { ZodType } from 'zod'

/** What is wrong with a field, after its name. */
function problem({ code, input, ...issue }: { code?: string, input?: unknown, expected?: unknown, keys?: unknown, format?: unknown }): string {
  if (code === 'unrecognized_keys')
    return `has ${[issue.keys].flat().join(', ')}, which nothing reads; look for a typing slip.`
  if (input === undefined)
    return 'is missing.'
  return code === 'invalid_type' ? `is ${JSON.stringify(input)}; write a ${issue.expected}.` : `is ${JSON.stringify(input)}; write a ${issue.format ?? 'longer text'}.`
}

/**
 * @param file path of a YAML file
 * @param schema what it must hold
 * @throws one line for each missing or wrong field, naming file and field; or for what is no YAML
 */
export function readYaml<T>(file: string, schema: ZodType<T>): T {
  const name = basename(file)
  let data: unknown
  try {
    data = parse(readFileSync(file, 'utf8'))
  }
  catch (error) {
    throw new Error(`${name}: ${(error as Error).message.split('\n')[0]!.replace(/:$/, '.')}`)
  }
  const { success, data: held, error } = schema.safeParse(data, { error: issue => problem(issue) })
  if (!success)
    throw new Error(error.issues.map(({ path, message }) => `${name}: ${path.join('.') || 'the file'} ${message}`).join('\n'))
  return held
}

/**
 * @param file path of a YAML file with the schema of the same name beside it: `talk.yaml`, `talk.schema.ts`
 * @throws as {@link readYaml}, and where there is no schema
 */
export async function readWithSchema(file: string): Promise<unknown> {
  const schema = file.replace(/\.yaml$/, '.schema.ts')
  if (!existsSync(schema))
    throw new Error(`${basename(file)}: write its fields down in ${basename(schema)}, as a Zod schema by default export.`)
  return readYaml(file, (await tsImport(schema, import.meta.url)).default)
}
