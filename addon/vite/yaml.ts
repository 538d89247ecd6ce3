/** Imports YAML as data: what a person adapting the talk edits is text, not code. */
import type { Plugin } from 'vite'
import { readWithSchema } from '../deck/yaml.ts'

export function yaml(): Plugin {
  return {
    name: 'deck:yaml',
    async load(id) {
      if (!/^[^?]+\.yaml$/.test(id))
        return
      this.addWatchFile(id.replace(/\.yaml$/, '.schema.ts'))
      return { code: `export default ${JSON.stringify(await readWithSchema(id))}`, map: null }
    },
  }
}
