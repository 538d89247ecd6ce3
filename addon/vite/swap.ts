type Replacement = string | ((found: string, ...groups: string[]) => string)

/**
 * Replaces the first match in Slidev's code.
 * @throws when there is none: Slidev changed, and so must the plugin that asks
 */
export function swap(code: string, from: RegExp, to: Replacement): string {
  if (!from.test(code))
    throw new Error(`Slidev's code no longer holds ${from}: see what stands there now, and mend the plugin under addon/vite/ that replaces it.`)
  return code.replace(from, to as string)
}
