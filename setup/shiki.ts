/** Code in the palette's own colours, which stand 7:1 in either scheme. */
import { defineShikiSetup } from '@slidev/types'

const colour = (name: string, ...scope: string[]) => ({ scope, settings: { foreground: `var(--${name})` } })
const theme = {
  name: 'deck',
  fg: 'var(--ink)',
  bg: 'var(--wash)',
  settings: [
    colour('quiet', 'comment', 'punctuation.definition.comment'),
    colour('rust', 'keyword', 'storage'),
    colour('pine', 'string', 'punctuation.definition.string'),
    colour('navy', 'constant', 'support'),
    colour('plum', 'entity.name', 'variable.function'),
  ],
}

export default defineShikiSetup(() => ({
  themes: { light: theme, dark: { ...theme, name: 'deck-dark' } },
  // By itself Shiki gives up a line, colours and all, after half a second, which a busy machine takes for the first.
  tokenizeTimeLimit: 0,
}))
