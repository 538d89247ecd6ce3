/** Colours of code that stand 7:1 against the page. */
import { defineShikiSetup } from '@slidev/types'

export default defineShikiSetup(() => ({ themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } }))
