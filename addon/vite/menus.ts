/** Slidev's settings, its words on the deck and its menu of the right button (5 KB) are fetched by whoever opens them. */
import type { Plugin } from 'vite'
import { mending } from './mend'

const late = (name: string, file: string) => `const ${name} = defineAsyncComponent(() => import('${file}'))`

export const menus = (): Plugin => mending('menus', [
  {
    module: '/internals/NavControls.vue',
    from: /import Settings from '(.*)'/,
    to: `import { defineAsyncComponent } from 'vue'\n${late('Settings', '$1')}`,
  },
  {
    module: '/internals/Controls.vue',
    from: /import ContextMenu from '(.*)'([\s\S]*?)import InfoDialog from '(.*)'([\s\S]*?)v-if="configs\.info"([\s\S]*?)<ContextMenu/,
    to: `import { defineAsyncComponent } from 'vue'\nimport { currentContextMenu } from '../logic/contextMenu'\n${late('ContextMenu', '$1')}$2${late('InfoDialog', '$3')}$4v-if="configs.info && showInfoDialog"$5<ContextMenu v-if="currentContextMenu"`,
  },
])
