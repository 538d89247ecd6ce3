/**
 * Leaves out of the built deck whole features of Slidev that nothing in it uses. What is used is read off the compiled
 * slides and all that they import; in doubt a feature stays in. The development server keeps all that is not off.
 */
import type { ResolvedSlidevOptions, SlidevConfig } from '@slidev/types'
import type { Plugin, Rolldown } from 'vite'

export interface LeftOut {
  /** How the path of Slidev's module ends. */
  module: string
  /** What in compiled code uses the feature. */
  use: RegExp
  /** Settings of the deck by which Slidev uses it. */
  keep?: (config: SlidevConfig) => boolean
  /** Settings by which the deck says, in development too, that it has no use for it. */
  off?: (config: SlidevConfig) => boolean
  /** What brings it in. */
  from: RegExp
  /** What stands there without it; nothing by default. */
  to?: string
}

const TWOSLASH = /twoslash-|v-menu|VMenu/
const DRAG = /drag/i
const CODE = /slidev-code|shiki|monaco|CodeBlock|CodeGroup|\("(?:code|pre)"|<(?:code|pre)\b/i

/** KB are compressed. */
export const leftOut: LeftOut[] = [
  // Vue's compiler, 20 KB, for templates that are strings; other packages, by Vite's default, never have it.
  {
    module: '/vue/dist/vue.esm-bundler.js',
    use: /\btemplate\s*:|\bcompile\b/,
    from: /[\s\S]+/,
    to: "export * from '@vue/runtime-dom'\nexport const compile = () => {}",
  },
  // Tooltips of code blocks with types, 15 KB; they log an error as they start (floating-vue 5.4).
  {
    module: '/client/setup/main.ts',
    use: TWOSLASH,
    off: ({ twoslash }) => twoslash === false,
    from: /^.*TwoSlashFloatingVue.*\n/gm,
  },
  { module: '/client/styles/index.ts', use: TWOSLASH, from: /^.*twoslash.*\n/gm },
  // What such tooltips stand on and, where it is on, drawing's menus, 18 KB.
  {
    module: '/floating-vue/dist/floating-vue.mjs',
    use: /twoslash-|floating-vue|tooltip|popper|v-?menu|v-?dropdown/i,
    keep: ({ drawings }) => drawings.enabled === true || drawings.enabled === 'build',
    from: /[\s\S]+/,
    to: `export const recomputeAllPoppers = () => {}
export const Tooltip = (_, { slots }) => slots.default(), Dropdown = Tooltip`,
  },
  // Motion by directive, 11 KB.
  { module: '/client/setup/main.ts', use: /motion/i, from: /^.*createVMotionDirectives.*\n/gm },
  // Marks as if by hand, 10 KB.
  { module: '/client/setup/main.ts', use: /Directive\("mark"\)|vMark/, from: /^.*createVMarkDirective.*\n/gm },
  // Dragging parts of a slide, 5 KB.
  { module: '/client/setup/main.ts', use: DRAG, from: /^.*createVDragDirective.*\n/gm },
  { module: '/client/styles/index.ts', use: /magic-?move/i, from: /^.*magic-move.*\n/gm },
  { module: '/client/styles/index.ts', use: /markdown-alert/, from: /^.*github-alerts.*\n/gm },
  { module: '/client/styles/index.ts', use: CODE, from: /^.*\/code\.css.*\n/gm },
  // Slidev takes any two dollars for a formula's, as in `$clicks`: 20 KB of styles, and sixty fonts.
  { module: '/@slidev/conditional-styles', use: /katex/i, from: /^.*katex.*$\n?/gm },
]

type Load = (id: string) => Promise<Rolldown.ModuleInfo>

/**
 * @param load gives a module once it is compiled
 * @param ids where to begin
 * @param own whether a module is the deck's, its theme's or an addon's; of others only the name counts
 * @returns what the deck is made of, as compiled, and the names of the packages it imports
 */
async function compiled(load: Load, ids: string[], own: (id: string) => boolean): Promise<string> {
  const seen = new Set<string>()
  const visit = async (id: string): Promise<string> => {
    if (seen.has(id))
      return ''
    seen.add(id)
    if (!own(id))
      return id
    const { code, importedIds, dynamicallyImportedIds } = await load(id)
    return [code, ...await Promise.all([...importedIds, ...dynamicallyImportedIds].map(visit))].join('\n')
  }
  return (await Promise.all(ids.map(visit))).join('\n')
}

export function leaveOut({ mode, roots, data: { config } }: ResolvedSlidevOptions): Plugin {
  let code: Promise<string> | undefined
  const own = (id: string) => /^\/@slidev\/(?:slides|global-layers|setups)/.test(id)
    || roots.some(root => id.startsWith(`${root}/`) && !id.slice(root.length).includes('/node_modules/'))
  return {
    name: 'deck:leave-out',
    enforce: 'pre',
    transform: {
      order: 'pre',
      async handler(source, id) {
        const file = id.replace(/\?v=\w+$/, '')
        const rows = leftOut.filter(({ module, off }) => file.endsWith(module) && (mode === 'build' || off?.(config)))
        if (!rows.length)
          return
        const load = (id: string) => this.load({ id, resolveDependencies: true })
        const begin = mode !== 'build' ? [] : ['/@slidev/slides', '/@slidev/global-layers', '/@slidev/setups/main']
        const text = await (code ??= compiled(load, begin, own))
        const unused = rows.filter(({ use, keep }) => !use.test(text) && !keep?.(config))
        return unused.reduce((source, { from, to = '' }) => source.replace(from, to), source)
      },
    },
  }
}
