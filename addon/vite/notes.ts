/** Speaker notes apart from the slides: the audience's browser fetches none (10 KB); presenter, overview and print do. */
import type { Plugin } from 'vite'
import { swap } from './swap'

const STORE = 'virtual:deck-note-store'
const NOTES = 'virtual:deck-notes'
const FRONTMATTER = /__slidev_(\d+)\.frontmatter$/
const HOLE = '__DECK_NOTES__'

/** @returns a plugin for builds only */
export function notes(): Plugin {
  const html: Record<string, string> = {}
  return {
    name: 'deck:notes',
    apply: 'build',
    resolveId: id => id === STORE || id === NOTES ? `\0${id}` : null,
    load(id) {
      if (id === `\0${STORE}`)
        return 'export const notes = {}'
      if (id === `\0${NOTES}`)
        return `import { notes } from '${STORE}'\nObject.assign(notes, '${HOLE}')`
    },
    transform: {
      order: 'post',
      handler(code, id) {
        const no = id.match(FRONTMATTER)?.[1]
        if (no) {
          const apart = swap(code, /"noteHTML":("(?:[^"\\]|\\.)*")/, (_, note) => {
            html[no] = JSON.parse(note)
            return '"noteHTML":""'
          })
          return `import { notes } from '${STORE}'\n${swap(apart, /^ *frontmatter,$/m, `frontmatter, get noteHTML() { return notes[${no}] ?? '' },`)}`
        }
        if (id.endsWith('/@slidev/client/setup/routes.ts')) {
          const wait = `.map(route => typeof route.component === 'function' ? { ...route, component: () => import('${NOTES}').then(route.component) } : route)`
          return swap(code, /return setups\.reduce\(.*routes\)/, found => found + wait)
        }
      },
    },
    renderChunk: code => code.includes(HOLE)
      ? code.replace(new RegExp(`["'\`]${HOLE}["'\`]`), () => JSON.stringify(html))
      : null,
  }
}
