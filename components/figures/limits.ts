/** Ours: how far one account carries. */
export const limits = [
  { title: 'It can show', lines: ['how the place felt to one insider', 'habits concrete enough to try', 'what he valued most'] },
  { title: 'It cannot show', lines: ['whether others felt the same', 'numbers, or any counter-example', 'what came before or after his time'] },
] as const
