type Replacement = string | ((found: string, ...groups: string[]) => string)

/**
 * Replaces one passage of Slidev's code.
 * @throws when it is not there: Slidev changed, and so must the plugin that asks
 */
export function swap(code: string, from: string | RegExp, to: Replacement): string {
  const swapped = code.replace(from, to as string)
  if (swapped === code)
    throw new Error(`Slidev's code no longer holds ${from}: see what stands there now, and mend the plugin under vite/ that replaces it.`)
  return swapped
}
