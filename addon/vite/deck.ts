/**
 * The built deck in few files: whoever sees slide 1 has every slide. Stock
 * Slidev fetches each slide when it comes near, so a lost network loses slides.
 */
import { createRequire } from 'node:module'
import type { Plugin, Rolldown } from 'vite'
import { swap } from './swap'

const { resolve } = createRequire(import.meta.url)

const entries = new Set<string>()
let needed = new Set<string>()
let others = new Set<string>()

/** Slides as part of the module that lists them, shown at once instead of after a promise. */
function inlineSlides(code: string): string {
  const imports: string[] = []
  const inlined = code.replace(/await import\('([^']+\/(\d+)\/md)'\)/g, (_, path, no) => {
    imports.push(`import * as slide${no} from '${path}'`)
    return `slide${no}`
  })
  return `${imports.join('\n')}\n${swap(inlined, /component: getAsyncComponent\((\d+), load(\d+)\)/, 'component: slide$2.default')}`
    .replace(/component: getAsyncComponent\(\d+, load(\d+)\)/g, 'component: slide$1.default')
}

interface Modules { getModuleInfo: (id: string) => Rolldown.ModuleInfo | null }

/** Comes after the first slide, to whoever speaks: not with the pages beside it. */
const isLate = (id: string) => /\/addon\/client\/speaker\.ts$/.test(id)

/** Fetched when it is used, as what draws diagrams is: not by whoever opens another page. */
const isLibrary = (id: string) => /\/node_modules\/(?!@slidev\/client\/)/.test(id)

/** These modules, with all that they import in turn. */
function reach(open: string[], importsOf: (id: string) => readonly string[]): Set<string> {
  const found = new Set<string>()
  for (let next = open.pop(); next; next = open.pop()) {
    if (!found.has(next)) {
      found.add(next)
      open.push(...importsOf(next))
    }
  }
  return found
}

/** What the page itself imports, and what only presenter, overview, notes and print import; libraries of their own. */
const inTwo = (id: string, { getModuleInfo }: Modules): string | undefined => {
  if (!needed.size) {
    const imports = (id: string) => getModuleInfo(id)?.importedIds ?? []
    const pages = (id: string) => getModuleInfo(id)?.dynamicallyImportedIds.filter(id => !isLibrary(id) && !isLate(id)) ?? []
    needed = reach([...entries], imports)
    others = reach([...needed].flatMap(pages), id => [...imports(id), ...pages(id)])
  }
  return needed.has(id) ? 'deck' : others.has(id) ? 'more' : undefined
}

/** @returns a plugin for builds only */
export function deck(): Plugin {
  return {
    name: 'deck:files',
    apply: 'build',
    enforce: 'pre',
    config: {
      order: 'post',
      handler(config) {
        // Slidev's own grouping puts what the first slide needs in five files that wait for each other.
        const output = config.build!.rollupOptions!.output as { manualChunks: typeof inTwo }
        output.manualChunks = inTwo
        return {
          // The deck's templates are compiled when it is built: the browser needs no compiler (20 KB).
          resolve: { alias: [{ find: /^vue$/, replacement: resolve('vue/dist/vue.runtime.esm-bundler.js') }] },
          build: {
            cssCodeSplit: false,
            // For browsers without `modulepreload`, which load modules all the same.
            modulePreload: { polyfill: false },
            // Slide 1 may have no Chinese where later ones have: its font comes with the styles, not when it is too late.
            assetsInlineLimit: file => /-(?:sc|tc|jp|kr)\.woff2$/.test(file) || undefined,
          },
        }
      },
    },
    buildStart() {
      entries.clear()
      needed.clear()
    },
    moduleParsed({ id, isEntry }) {
      if (isEntry)
        entries.add(id)
    },
    transform: {
      order: 'post',
      handler(code, id) {
        if (id === '/@slidev/slides')
          return inlineSlides(code)
        if (id.endsWith('/@slidev/client/setup/routes.ts'))
          return `import play from '../pages/play.vue'\n${swap(code, /\(\) => import\(["']\.\.\/pages\/play\.vue["']\)/, 'play')}`
      },
    },
  }
}
