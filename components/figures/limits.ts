/** Ours: how far one account carries. */
export const limits = [
  { title: 'It can show', lines: ['how the place felt to one insider', 'habits concrete enough to try', 'what he valued most'] },
  { title: 'It cannot show', lines: ['how anyone else felt', 'numbers, or counter-examples', 'the time before or after his'] },
] as const
