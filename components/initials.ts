/** First letters of the first and last name, for a monogram. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => /^\p{L}/u.test(word))
  return [...new Set([words.at(0), words.at(-1)])].map(word => word?.[0] ?? '').join('')
}
