/** What stands in a built deck and is for building and editing it alone (2 KB): each slide's frontmatter as written, some settings. */
import type { Plugin } from 'vite'
import { swap } from './swap'

const OF_EDITOR = /^(?:addons|editor|export|fonts|highlighter|monaco\w+Packages|plantUmlServer|seoMeta|theme)$/

/** @returns a plugin for builds only */
export function meta(): Plugin {
  return {
    name: 'deck:meta',
    apply: 'build',
    transform: {
      order: 'post',
      handler(code, id) {
        if (/__slidev_\d+\.frontmatter$/.test(id))
          // A slide may have none.
          return swap(code, /("revision":"[^"]*",)(?:"frontmatterRaw":"(?:[^"\\]|\\.)*",)?/, '$1')
        if (id === '/@slidev/configs')
          return swap(code, /^export default (\{.*\})$/m, (_, json) =>
            `export default ${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(json!)).filter(([name]) => !OF_EDITOR.test(name))))}`)
      },
    },
  }
}
