/** Parts of the controls that nobody sees before opening them: they come then, in the file of the other pages. */
import type { Plugin } from 'vite'
import { swap } from './swap'

/** A component imported when it is first drawn. */
function postponed(code: string, name: string): string {
  return swap(code, new RegExp(`^import ${name} from '(\\./${name}\\.vue)'$`, 'm'), (_, path) =>
    `import { defineAsyncComponent as ${name}Later } from 'vue'\nconst ${name} = ${name}Later(() => import('${path}'))`)
}

/** @returns a plugin for builds only */
export function later(): Plugin {
  return {
    name: 'deck:later',
    apply: 'build',
    enforce: 'pre',
    transform: {
      order: 'pre',
      handler(code, id) {
        if (id.endsWith('/@slidev/client/internals/NavControls.vue'))
          return postponed(code, 'Settings')
        if (id.endsWith('/@slidev/client/internals/Controls.vue'))
          return swap(postponed(code, 'InfoDialog'), /v-if="configs\.info"/, 'v-if="configs.info && showInfoDialog"')
      },
    },
  }
}
