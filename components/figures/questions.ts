/** What the routing figure asks, and of whom: examples of ours, not the post's. In the order of the experts, so that no two lines cross. */
export const fields = ['data', 'training', 'history', 'role play'] as const

export interface Question {
  asks: string
  goesTo: (typeof fields)[number]
}

export const questions: readonly Question[] = [
  { asks: 'Why did the loss jump?', goesTo: 'training' },
  { asks: 'Would a courtier say that?', goesTo: 'history' },
  { asks: 'Is this reply in character?', goesTo: 'role play' },
]
