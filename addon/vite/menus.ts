/** Slidev's navigation bar comes with what a speaker needs (late.ts); its settings, words on the deck and menu of the right button (5 KB), when they are opened. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { mending } from './mend'

const late = (name: string, file: string) => `const ${name} = defineAsyncComponent(() => import('${file}'))`

export const menus = (): Plugin => mending('menus', [
  {
    module: '/pages/play.vue',
    from: /import NavControls from '.*'([\s\S]*?)<NavControls/,
    to: `import { navControls as NavControls } from ${JSON.stringify(fileURLToPath(new URL('../client/late.ts', import.meta.url)))}$1<NavControls v-if="NavControls"`,
  },
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
