/** UnoCSS takes a figure's `:size="24"` for a utility by attribute, and writes a rule that no element matches: one for each number. */
import { defineUnoSetup } from '@slidev/types'

export default defineUnoSetup(() => ({ blocklist: [/^\[(?:size|rotate)~=/] }))
