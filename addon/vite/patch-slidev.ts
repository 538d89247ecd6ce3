/** Every small change to Slidev's client modules, in one table; upstream/ holds what we would propose to Slidev. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

export interface Patch {
  /** How the module's path ends. */
  module: string
  /** What stands there. */
  from: RegExp
  /** What should, as `String.replace` takes it. */
  to: string
  /** Development wants it as it is. */
  buildOnly?: boolean
}

const client = (file: string) =>
  JSON.stringify(fileURLToPath(new URL(`../client/${file}`, import.meta.url)).replaceAll('\\', '/'))

export const patches: Patch[] = [
  // A menu's button holds a second button (axe: nested-interactive); the outer one only catches its click.
  {
    module: '/internals/MenuButton.vue',
    from: /<button( :class="\{ disabled \}" @click="value = !value">[\s\S]*?)<\/button>/,
    to: '<div$1</div>',
  },
  // Notes that scroll cannot be scrolled by keyboard (axe: scrollable-region-focusable).
  {
    module: '/internals/NoteDisplay.vue',
    from: /ref="noteDisplay"\n/,
    to: '$&    tabindex="0" role="group" aria-label="Speaker notes"\n',
  },
  // A pinch or a vertical swipe turns the slide: client/swipe.ts knows better.
  { module: '/composables/useSwipeControls.ts', from: /[\s\S]+/, to: `export * from ${client('swipe.ts')}` },
  // A swipe that begins beside the slide turns it twice; a press there counts once it is a click.
  { module: '/pages/play.vue', from: /@pointerdown="onClick"/, to: '@click="onClick"' },
  // On screens of 4:3 and 16:10, wider than high, the navigation bar would cover the slide for the whole talk.
  {
    module: '/client/state/storage.ts',
    from: /windowSize\.height\.value - windowSize\.width\.value \/ slideAspect\.value > 120/,
    to: 'windowSize.height.value > windowSize.width.value',
  },
  // Slidev's service worker reloads the page in mid-talk when a new version is out, tells the audience that it is
  // caching, and registers on localhost, where the next project on the port gets a stale deck.
  {
    module: '/client/setup/pwa.ts',
    from: /const \{ registerSW \}[\s\S]*registerSW\(\{[\s\S]*\}\)\n/,
    to: `if (window.isSecureContext && !/^(?:localhost|.*\\.localhost|127\\..*|\\[::1\\])$/.test(location.hostname))
    navigator.serviceWorker?.register('sw.js')
`,
    buildOnly: true,
  },
  // The "go to" list renders titles as Markdown apart from their slides, where a headline by `<h1>` is "undefined", and
  // brings a library (6 KB) to search them.
  {
    module: '/internals/Goto.vue',
    from: new RegExp([
      /import Fuse .*\n([\s\S]*?)/, /import TitleRenderer .*([\s\S]*?)/,
      /const fuse = [\s\S]*?(const path = .*)\nconst result = .*([\s\S]*?)/, /<TitleRenderer (.*?) :no="item\.no" \/>/,
    ].map(({ source }) => source).join('')),
    to: `$1import { findSlides } from ${client('navigation.ts')}$2$3
const result = computed(() => findSlides(path.value))$4<div $5>{{ item.title }}</div>`,
  },
  // Where drawing is off, its library (8 KB) runs all the same.
  {
    module: '/composables/useDrawings.ts',
    from: /createSharedComposable\(\(\) => \{\n/,
    to: `$&  if (!__SLIDEV_FEATURE_DRAWINGS__ && !__SLIDEV_FEATURE_DRAWINGS_PERSIST__)
    return { brush: ref({}), drawingEnabled: ref(false), isDrawing: ref(false) }
`,
  },
  // A picture of 94 KB for a dialog of three words.
  { module: '/internals/InfoDialog.vue', from: /<img\s[^>]*logo\.png"[^>]*>/, to: '' },
  // The whole YAML parser (10 KB) for one function that has a module of its own.
  { module: '/client/logic/utils.ts', from: /@slidev\/parser\/core/, to: '@slidev/parser/utils' },
]

/**
 * @param mode of Slidev
 * @returns a plugin that says where Slidev's code has changed, and leaves it; a test holds the table against Slidev's
 */
export function patchSlidev(mode: string): Plugin {
  return {
    name: 'deck:patch-slidev',
    enforce: 'pre',
    transform: {
      order: 'pre',
      handler(code, id) {
        // Development tells versions of a package apart.
        const file = id.replace(/\?v=\w+$/, '')
        const due = patches.filter(({ module, buildOnly }) =>
          file.includes('/@slidev/client/') && file.endsWith(module) && (!buildOnly || mode === 'build'))
        for (const { module, from, to } of due) {
          if (!from.test(code))
            console.error(`deck: Slidev's ${module} is another than this addon knows: it stays as it is.`)
          code = code.replace(from, to)
        }
        return due.length ? code : undefined
      },
    },
  }
}
