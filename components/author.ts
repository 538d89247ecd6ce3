/** The author's profile as captured, which is later than the post. */
export interface Author {
  name: string
  handle: string
  /** In our own words, a line each. */
  bio: readonly string[]
  joined: string
  following: string
  followers: string
  /** The profile's address. */
  address: string
}

export const author: Author = {
  name: 'Zihan “Zenus” Wang',
  handle: '@wzenus',
  bio: ['Reasoning agents, RL and efficiency at Northwestern; NVIDIA next', 'Before: Microsoft, Yutori, DeepSeek, UIUC NLP, RUC'],
  joined: 'March 2022',
  following: '665',
  followers: '23K',
  address: 'https://x.com/wzenus',
}

/** First letters of the first and last name, for a monogram. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => /^\p{L}/u.test(word))
  return [...new Set([words.at(0), words.at(-1)])].map(word => word?.[0] ?? '').join('')
}

/** How he opens, in our words. */
export const opening = [
  'The lab genuinely impresses him.',
  'Small wonder, to him, that its reports are elegant and free of fluff.',
  'He saw real innovation grow there.',
] as const
