/**
 * What the addon replaces in Slidev stands in its README's table, and still stands in the installed Slidev. Each plugin
 * is let loose on every module of Slidev's client: one that no longer finds its target says so by name.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'
import type { ResolvedSlidevOptions } from '@slidev/types'
import { globSync } from 'tinyglobby'
import type { Plugin } from 'vite'
import { expect, it } from 'vitest'
import { access } from '../vite/access'
import { deck } from '../vite/deck'
import { lean } from '../vite/lean'
import { menus } from '../vite/menus'
import { meta } from '../vite/meta'
import { turn } from '../vite/turn'
import { notes } from '../vite/notes'
import { offline } from '../vite/offline'

const { resolve } = createRequire(import.meta.url)
const client = dirname(resolve('@slidev/client/package.json'))
const sources = Object.fromEntries(globSync(['**/*.{ts,vue,css}', '!**/*.test.ts', '!node_modules'], { cwd: client })
  .map(file => [file, readFileSync(join(client, file), 'utf8')]))

/** A deck that uses nothing, of which all is left out that can be. */
const bare = { data: { slides: [], config: { drawings: { enabled: false }, contextMenu: false } }, roots: [] } as unknown as ResolvedSlidevOptions

/** Calls a plugin's hook, however it is written down, as the bundler would. */
async function call(plugin: Plugin, name: 'load' | 'transform' | 'resolveId' | 'buildStart', ...args: unknown[]): Promise<unknown> {
  const hook = plugin[name] as undefined | ((...args: unknown[]) => unknown) | { handler: (...args: unknown[]) => unknown }
  const error = (message: string) => { throw new Error(message) }
  return (typeof hook === 'object' ? hook.handler : hook)?.call({ error, addWatchFile: () => {} }, ...args)
}

/** Modules of the client, and packages it imports, that a plugin puts something else in the place of. */
async function replacedBy(plugin: Plugin): Promise<string[]> {
  const found = new Set<string>()
  await call(plugin, 'buildStart')
  for (const [file, code] of Object.entries(sources)) {
    const id = join(client, file).replaceAll('\\', '/')
    if (await call(plugin, 'load', id) || await call(plugin, 'transform', code, id))
      found.add(file)
    for (const [, name] of code.matchAll(/^\s*@?import\s(?:[^'"\n]*?from\s)?['"]([^'"]+)['"]/gm)) {
      if (await call(plugin, 'resolveId', name, id))
        found.add(name!.startsWith('.') ? posix.join(posix.dirname(file), name!) : name!)
    }
  }
  return [...found]
}

const table = [...readFileSync(new URL('../README.md', import.meta.url), 'utf8').matchAll(/^\| `([^`]+)` \| `(\w[\w-]*)\.ts` \| (.+) \| (.+) \|$/gm)]
  .map(([, module, plugin, why, thread]) => ({ module: module!, plugin: plugin!, why: why!, thread: thread! }))

it.each(Object.entries({ access, menus, turn, deck, notes, offline, lean: () => lean(bare) }))('vite/%s.ts replaces in Slidev’s client what the README says', async (name, make) => {
  const listed = table.filter(({ plugin, module }) => plugin === name && !module.startsWith('/@slidev'))
  expect((await replacedBy(make())).sort()).toEqual(listed.map(({ module }) => module).sort())
  expect(listed.filter(({ thread }) => !/^none found$|^\[?[\w-]+\/[\w-]+#\d+/.test(thread))).toEqual([])
})

it.each([
  ['leaves a built slide', '"revision":"x1","frontmatterRaw":"a: \\"b\\"\\n","note":""'],
  ['of a slide that has none is not missed', '"revision":"x1","note":""'],
])('frontmatter as written %s', async (_, code) => {
  expect(await call(meta(), 'transform', code, '/a/slides.md__slidev_2.frontmatter')).toBe('"revision":"x1","note":""')
})

it('what the addon imports of Slidev’s client is there', () => {
  const addon = new URL('..', import.meta.url).pathname
  const imports = globSync('{client,paper,read,setup}/**/*.{ts,vue}', { cwd: addon }).flatMap(file =>
    [...readFileSync(join(addon, file), 'utf8').matchAll(/^import \{ ([^}]+) \} from '@slidev\/client\/([^']+)'/gm)].flatMap(([, names, module]) =>
      names!.split(', ').map(name => ({ file, module: module!, name: name.replace(/^type /, '') }))))
  expect(imports.length).toBeGreaterThan(5)
  /** A module's text, and that of those it passes on whole. */
  const exported = (module: string): string => (sources[module] ?? '').replace(/^export \* from '([^']+)'/gm, (_, from) => exported(`${posix.join(posix.dirname(module), from)}.ts`))
  expect(imports.filter(({ module, name }) => !new RegExp(`\\b${name}\\b`).test(exported(module)))).toEqual([])
})
