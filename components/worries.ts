/** The four worries of the post's last thought, and where they stand on stage (px of the figure). */
export const worries = [
  { says: 'Has it been tried already?', x: 0, y: 62 },
  { says: 'Will someone get there faster?', x: 440, y: 62 },
  { says: 'Is it too simple?', x: 0, y: 112 },
  { says: 'Is someone paid more?', x: 440, y: 112 },
] as const
