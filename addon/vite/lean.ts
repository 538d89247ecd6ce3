/** Leaves out of the built deck what its slides do not use. The development server keeps everything. */
import type { Plugin } from 'vite'

interface LeftOut {
  /** Matches the module, by the name it is imported by or by the end of its path. */
  module: RegExp
  /** What stands in for it: source of an ES module. */
  stub: string
  /** Says in a slide or a component that the deck does use it after all. */
  use?: RegExp
}

const noDirective = (name: string) => `export const ${name} = () => ({ install() {} })`

/** One line each, with its reason; delete the line to have the feature back. KB are compressed. */
const leftOut: LeftOut[] = [
  // Tooltips of code blocks with types, 15 KB. Also the cause of "Failed to patch FloatingVue": the
  // patch expects a component's `extends` which a minified build has dropped (shikijs/shiki, vitepress-twoslash).
  { module: /^@shikijs\/vitepress-twoslash\/client$/, stub: 'export default { install() {} }', use: /^```.*twoslash/m },
  { module: /^floating-vue$/, stub: 'export const recomputeAllPoppers = () => {}; export const Tooltip = (_, { slots }) => slots.default?.(); export const Dropdown = Tooltip' },
  // Motion by directive, 11 KB: the deck moves by CSS.
  { module: /\/modules\/v-motion$/, stub: noDirective('createVMotionDirectives'), use: /\sv-motion\b/ },
  // Marks as if by hand, 10 KB.
  { module: /\/modules\/v-mark$/, stub: noDirective('createVMarkDirective'), use: /\sv-mark\b/ },
  // Dragging parts of a slide, an aid for writing, 5 KB.
  { module: /\/modules\/v-drag$/, stub: noDirective('createVDragDirective'), use: /\sv-drag\b|<v-drag/i },
  { module: /\/DragControl\.vue$/, stub: 'export default () => null' },
  // Drawing on slides, 6 KB: off in the headmatter, but its state is imported all the same.
  { module: /^drauu$/, stub: 'export const createDrauu = options => ({ options, brush: options.brush, mounted: false, on() {}, load() {}, clear() {}, mount() {}, unmount() {}, undo() {}, redo() {}, dump: () => "", canUndo: () => false, canRedo: () => false })' },
  // Fuzzy search for the "go to" dialog, 10 KB: finding the words typed in number and headline does.
  { module: /^fuse\.js$/, stub: 'export default class { constructor(list) { this.list = list } search(text) { const words = text.toLowerCase().split(/\\s+/); return this.list.filter(({ no, title = "" }) => words.every(word => `${no} ${title}`.toLowerCase().includes(word))).map(item => ({ item })) } }' },
  // The YAML parser, 10 KB: the client only wants `parseRangeString`, which has a module of its own.
  { module: /^@slidev\/parser\/core$/, stub: 'export { parseRangeString } from "@slidev/parser/utils"' },
  // Styles for code, formulas, alerts and their animation: the deck has none of them.
  { module: /^@shikijs\/(magic-move|vitepress-twoslash)\/style\.css$|\/shiki-twoslash\.css$/, stub: '' },
  { module: /\/(code|prism)\.css$|^prism-theme-vars\/|^codemirror-theme-vars/, stub: '', use: /^\s*```/m },
  { module: /^markdown-it-github-alerts\//, stub: '', use: /^> \[!/m },
  { module: /\/katex(\.min)?\.css$/, stub: '', use: /^\$\$/m },
  // Slidev's logo in its "about" dialog, 94 KB.
  { module: /\/assets\/logo\.png$/, stub: 'export default "data:,"' },
]

const NAME = '\0left-out:'
const isDeckFile = (id: string) => !id.includes('/node_modules/') && /__slidev_\d+\.md$|\.vue$/.test(id)

/**
 * @returns a plugin for builds only; it stops the build when a slide uses what is left out
 */
export function lean(): Plugin {
  return {
    name: 'deck:lean',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler(source, importer) {
        const index = importer?.startsWith(NAME) ? -1 : leftOut.findIndex(({ module }) => module.test(source))
        return index < 0 ? null : `${NAME}${index}${source.endsWith('.css') ? '.css' : '.js'}`
      },
    },
    load: {
      order: 'pre',
      handler: id => id.startsWith(NAME) ? leftOut[Number.parseInt(id.slice(NAME.length))]!.stub : null,
    },
    transform: {
      order: 'pre',
      handler(code, id) {
        const used = isDeckFile(id) && leftOut.find(({ use }) => use?.test(code))
        if (used)
          this.error(`${id.replace(/__slidev_(\d+)\.md$/, ', slide $1')} uses ${used.use}, which addon/vite/lean.ts leaves out of the build: delete its line there.`)
      },
    },
  }
}
