/** Mends Slidev's own controls where assistive technology, or the speaker, stumbles over them. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { mending } from './mend'

/** One line each: the module, what stands there, what should, and why. */
const mends = [
  // A menu's button holds a second button (axe: nested-interactive); the outer one only catches its click.
  { module: '/internals/MenuButton.vue', from: /<button( :class="\{ disabled \}" @click="value = !value">[\s\S]*?)<\/button>/, to: '<div$1</div>' },
  // Notes that scroll cannot be scrolled by keyboard (axe: scrollable-region-focusable).
  { module: '/internals/NoteDisplay.vue', from: /ref="noteDisplay"\n/, to: '$&    tabindex="0" role="group" aria-label="Speaker notes"\n' },
  // On a touch screen: see addon/client/swipe.ts. A press beside the slide counts once it is a click, and no swipe.
  { module: '/composables/useSwipeControls.ts', from: /[\s\S]+/, to: `export * from ${JSON.stringify(fileURLToPath(new URL('../client/swipe.ts', import.meta.url)))}` },
  { module: '/pages/play.vue', from: /@pointerdown="onClick"/, to: '@click="onClick"' },
  // On 4:3 and 16:10 screens, wider than high, the bar would stay on screen for the whole talk.
  { module: '/@slidev/client/state/storage.ts', from: /windowSize\.height\.value - windowSize\.width\.value \/ slideAspect\.value > 120/, to: 'windowSize.height.value > windowSize.width.value' },
  // A clock set back in mid-talk: client/timer.ts counts by the same one.
  { module: '/composables/useTimer.ts', from: /Date\.now\(\)/g, to: '(performance.timeOrigin + performance.now())' },
  // The list's titles are Markdown rendered apart from the slide: a headline by `===` or `<h1>` is missing, or "undefined".
  { module: '/internals/Goto.vue', from: /import TitleRenderer from '#slidev\/title-renderer'([\s\S]*?)slides\.value\.map\(i => i\.meta\?\.slide\)\.filter\(notNull\)([\s\S]*?)<TitleRenderer (.*?) :no="item\.no" \/>/, to: `import { headline } from ${JSON.stringify(fileURLToPath(new URL('../client/announce.ts', import.meta.url)))}$1slides.value.map(({ no }) => ({ no, title: headline(no) }))$2<div $3>{{ item.title }}</div>` },
  // The logo that the build leaves out would show as a broken picture.
  { module: '/internals/InfoDialog.vue', from: /<img\s[^>]*logo\.png"[^>]*>/, to: '' },
]

export const access = (): Plugin => mending('access', mends)
