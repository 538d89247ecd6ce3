/**
 * Leaves out of the built deck what its slides do not use. What is used follows from the slides themselves: whoever
 * writes a code block, a formula or a `v-mark` gets it, and pays for it. The development server keeps everything.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ResolvedSlidevOptions } from '@slidev/types'
import { globSync } from 'tinyglobby'
import type { Plugin } from 'vite'

interface LeftOut {
  /** Matches the module, by the name it is imported by or by the end of its path. */
  module: RegExp
  /** What stands in for it: source of an ES module. */
  stub: string
  /** What in a slide or a component uses it, or which setting does; absent where the stub does as well. */
  use?: RegExp | ((text: string, options: ResolvedSlidevOptions) => boolean)
}

const noDirective = (name: string) => `export const ${name} = () => ({ install() {} })`
const draws = (_: string, { data }: ResolvedSlidevOptions) => [true, 'build'].includes(data.config.drawings.enabled)
const menus = (_: string, { data }: ResolvedSlidevOptions) => data.config.contextMenu !== false
const HEAD = /unhead|\buse(?:Head|SeoMeta)/
const TWOSLASH = /^[ \t]*```.*twoslash/m
const CODE = /^[ \t]*(?:```|~~~|<<< )/m
/** In a slide's Markdown, by the rules of its plugin; Slidev's own `features.katex` takes any two dollars for one, as in `$clicks`. */
const FORMULA = /\$\$|(?<![\w\\$])\$(?=[^\s$])[^$\n]*[^\s$]\$(?!\d)/

/** One line each, with its reason. KB are compressed. */
const leftOut: LeftOut[] = [
  // Tooltips of code blocks with types, 15 KB. Also the cause of "Failed to patch FloatingVue": the
  // patch expects a component's `extends` which a minified build has dropped (shikijs/shiki, vitepress-twoslash).
  { module: /^@shikijs\/vitepress-twoslash\/client$/, stub: 'export default { install() {} }', use: TWOSLASH },
  { module: /^floating-vue$/, stub: 'export const recomputeAllPoppers = () => {}; export const Tooltip = (_, { slots }) => slots.default?.(); export const Dropdown = Tooltip', use: (text, options) => draws(text, options) || TWOSLASH.test(text) || /floating-vue|\bv-tooltip|<V(?:Tooltip|Dropdown|Menu)\b/.test(text) },
  // Motion by directive, 11 KB: the deck moves by CSS.
  { module: /\/modules\/v-motion$/, stub: noDirective('createVMotionDirectives'), use: /\sv-motion\b/ },
  // Marks as if by hand, 10 KB.
  { module: /\/modules\/v-mark$/, stub: noDirective('createVMarkDirective'), use: /\sv-mark\b/ },
  // Dragging parts of a slide, an aid for writing, 5 KB.
  { module: /\/modules\/v-drag$/, stub: noDirective('createVDragDirective'), use: /\sv-drag\b|<v-?drag/i },
  { module: /\/DragControl\.vue$/, stub: 'export default () => null', use: /\sv-drag\b|<v-?drag/i },
  // Drawing on slides, 6 KB: where the headmatter turns it off, its state is imported all the same.
  { module: /^drauu$/, stub: 'export const createDrauu = options => ({ options, brush: options.brush, mounted: false, on() {}, load() {}, clear() {}, mount() {}, unmount() {}, undo() {}, redo() {}, dump: () => "", canUndo: () => false, canRedo: () => false })', use: draws },
  // Its menu on a right click, 2 KB, where the headmatter leaves the browser's own.
  { module: /\/ContextMenu\.vue$/, stub: 'export default () => null', use: menus },
  { module: /\/setup\/context-menu$/, stub: 'export default () => ({ value: [] })', use: menus },
  // Fuzzy search for the "go to" dialog, 10 KB: finding the words typed in number and headline does.
  { module: /^fuse\.js$/, stub: 'export default class { constructor(list) { this.list = list } search(text) { const words = text.toLowerCase().split(/\\s+/); return this.list.filter(({ no, title = "" }) => words.every(word => `${no} ${title}`.toLowerCase().includes(word))).map(item => ({ item })) } }' },
  // What sets the page's head while it runs, 5 KB: the build has written all of it, but for client/announce.ts's title.
  { module: /^@unhead\/vue$/, stub: 'import { toValue, watchEffect } from "vue"; export const useHead = ({ title, htmlAttrs = {} }, { tagPriority } = {}) => { for (const name in htmlAttrs) document.documentElement.setAttribute(name, htmlAttrs[name]); if (tagPriority === "critical") watchEffect(() => document.title = toValue(title)) }', use: HEAD },
  { module: /^@unhead\/vue\/client$/, stub: 'export const createHead = () => ({ install() {} })', use: HEAD },
  // The YAML parser, 10 KB: the client only wants `parseRangeString`, which has a module of its own.
  { module: /^@slidev\/parser\/core$/, stub: 'export { parseRangeString } from "@slidev/parser/utils"' },
  // Styles for code and its animation, alerts and formulas.
  { module: /^@shikijs\/(magic-move|vitepress-twoslash)\/style\.css$|\/shiki-twoslash\.css$/, stub: '', use: /^[ \t]*```.*(?:twoslash|magic-move)/m },
  { module: /\/(code|prism)\.css$|^prism-theme-vars\/|^codemirror-theme-vars/, stub: '', use: CODE },
  { module: /^markdown-it-github-alerts\//, stub: '', use: /^\s*> \[!/m },
  { module: /\/katex(\.min)?\.css$/, stub: '', use: (_, { data }) => data.slides.some(({ content }) => FORMULA.test(content.replace(/<[^>]+>|`[^`]*`/g, ''))) },
]

const NAME = '\0left-out:'

/** What the deck is written in: its slides, and the components, layouts and layers of every root. */
function textOf({ data, roots }: ResolvedSlidevOptions): string {
  const files = roots.flatMap(root => globSync(['*.vue', '{components,layouts}/**/*.vue', 'setup/*.ts'], { cwd: root }).map(file => join(root, file)))
  return [...data.slides.map(slide => slide.content), ...files.map(file => readFileSync(file, 'utf8'))].join('\n')
}

const isUsed = ({ use }: LeftOut, text: string, options: ResolvedSlidevOptions): boolean =>
  use instanceof RegExp ? use.test(text) : use?.(text, options) ?? false

/** @returns a plugin for builds only */
export function lean(options: ResolvedSlidevOptions): Plugin {
  let unused: LeftOut[] = []
  return {
    name: 'deck:lean',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const text = textOf(options)
      unused = leftOut.filter(part => !isUsed(part, text, options))
    },
    resolveId: {
      order: 'pre',
      handler(source, importer) {
        const index = importer?.startsWith(NAME) ? -1 : unused.findIndex(({ module }) => module.test(source))
        return index < 0 ? null : `${NAME}${index}${source.endsWith('.css') ? '.css' : '.js'}`
      },
    },
    load: {
      order: 'pre',
      handler: id => id.startsWith(NAME) ? unused[Number.parseInt(id.slice(NAME.length))]!.stub : null,
    },
  }
}
