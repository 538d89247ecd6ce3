/** Mends Slidev's own controls where assistive technology, or the speaker, stumbles over them; and they come when opened. */
import type { Plugin } from 'vite'

/** One line each: the module, what stands there, what should, and why. */
const mends = [
  // A menu's button holds a second button (axe: nested-interactive); the outer one only catches its click.
  { module: '/internals/MenuButton.vue', from: /<button( :class="\{ disabled \}" @click="value = !value">[\s\S]*?)<\/button>/, to: '<div$1</div>' },
  // Notes that scroll cannot be scrolled by keyboard (axe: scrollable-region-focusable).
  { module: '/internals/NoteDisplay.vue', from: /ref="noteDisplay"\n/, to: '$&    tabindex="0" role="group" aria-label="Speaker notes"\n' },
  // On 4:3 and 16:10 screens, wider than high, the bar would stay on screen for the whole talk.
  { module: '/@slidev/client/state/storage.ts', from: /windowSize\.height\.value - windowSize\.width\.value \/ slideAspect\.value > 120/, to: 'windowSize.height.value > windowSize.width.value' },
  // Its settings, 3 KB, are fetched by whoever opens them.
  { module: '/internals/NavControls.vue', from: /import Settings from '(.*)'/, to: 'import { defineAsyncComponent } from \'vue\'\nconst Settings = defineAsyncComponent(() => import(\'$1\'))' },
  // The logo that the build leaves out would show as a broken picture.
  { module: '/internals/InfoDialog.vue', from: /<img\s[^>]*logo\.png"[^>]*>/, to: '' },
]

/** @throws when Slidev's code has changed, so that the mend is looked at again */
export function access(): Plugin {
  return {
    name: 'deck:access',
    enforce: 'pre',
    transform: {
      order: 'pre',
      handler(code, id) {
        const mend = mends.find(({ module }) => id.endsWith(module))
        if (!mend)
          return
        if (!mend.from.test(code))
          this.error(`addon/vite/access.ts: ${mend.module} of Slidev no longer holds ${mend.from}; see whether it still needs mending.`)
        return code.replace(mend.from, mend.to)
      },
    },
  }
}
