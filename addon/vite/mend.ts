/** Changes a few characters in modules of Slidev's. */
import type { Plugin } from 'vite'

export interface Mend {
  /** How the module's path ends. */
  module: string
  /** What stands there. */
  from: RegExp
  /** What should, as `String.replace` takes it. */
  to: string
}

/** @throws when Slidev's code has changed, so that the mend is looked at again */
export function mending(name: string, mends: readonly Mend[]): Plugin {
  return {
    name: `deck:${name}`,
    enforce: 'pre',
    transform: {
      order: 'pre',
      handler(code, id) {
        const mend = mends.find(({ module }) => id.endsWith(module))
        if (!mend)
          return
        if (!mend.from.test(code))
          this.error(`addon/vite/${name}.ts: ${mend.module} of Slidev no longer holds ${mend.from}; see whether it still needs mending.`)
        return code.replace(mend.from, mend.to)
      },
    },
  }
}
