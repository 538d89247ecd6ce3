/** What the addon changes in Slidev still stands in the installed Slidev, and in its README's table. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { leftOut } from '../vite/leave-out'
import { patches } from '../vite/patch-slidev'
import { markChinese, plan } from '../vite/plan'

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@slidev/cli/package.json'))
const client = dirname(resolve('@slidev/client/package.json'))
const files = globSync(['**/*.{ts,vue}', '!node_modules'], { cwd: client })
const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')
const listed = [...readme.matchAll(/^\| `([^`]+)` \| `([\w-]+)\.ts` \| .+ \| (.+) \|$/gm)]
  .map(([, module, by, upstream]) => ({ module, by, upstream: upstream! }))

/** The one module of Slidev's client that a row of a table means. */
function moduleOf(end: string): { name: string, code: string } {
  const found = files.filter(file => `/@slidev/client/${file}`.endsWith(end))
  expect(found, end).toHaveLength(1)
  return { name: found[0]!, code: readFileSync(join(client, found[0]!), 'utf8') }
}

it.each(patches)('$module holds what patch-slidev.ts changes', ({ module, from }) => {
  expect(moduleOf(module).code).toMatch(from)
})

const ofClient = leftOut.filter(({ module }) => module.startsWith('/client/'))
it.each(ofClient)('$module holds what leave-out.ts takes out: $from', ({ module, from }) => {
  expect(moduleOf(module).code).toMatch(new RegExp(from))
})

it('the README lists each changed module, with a thread or a text in upstream/', () => {
  const changed = [
    ...patches.map(({ module }) => `${moduleOf(module).name} patch-slidev`),
    ...ofClient.map(({ module }) => `${moduleOf(module).name} leave-out`),
    ...['floating-vue leave-out', '/@slidev/conditional-styles leave-out'],
  ]
  const rows = listed.map(({ module, by }) => `${module} ${by}`)
  expect(rows.sort()).toEqual([...new Set(changed)].sort())
  expect(listed.length).toBeLessThanOrEqual(14)
  for (const [, file] of listed.map(({ upstream }) => upstream).join().matchAll(/`([\w-]+\.md)`/g))
    expect(globSync(`upstream/${file}`, { cwd: fileURLToPath(new URL('..', import.meta.url)) }), file).toHaveLength(1)
  expect(listed.filter(({ upstream }) => !/`[\w-]+\.md`|#\d+/.test(upstream))).toEqual([])
})

describe('what compiled code uses stays in the build', () => {
  const used = (code: string) => new Set(leftOut.filter(({ use }) => use.test(code)).map(({ from }) => String(from)))
  it.each([
    ['const _directive_mark = _resolveDirective("mark")', 'createVMarkDirective'],
    ['const _directive_motion = _resolveDirective("motion")', 'createVMotionDirectives'],
    ['import VDrag from "/client/builtin/VDrag.vue"', 'createVDragDirective'],
    ['_createElementVNode("code", null, "x")', 'code\\.css'],
    ['_createStaticVNode("<p>in <code>x</code></p>")', 'code\\.css'],
    ['{ "noteHTML": "<p><code>x</code></p>" }', 'code\\.css'],
    ['_createElementVNode("span", { class: "katex" })', 'katex'],
    ['{ class: "markdown-alert markdown-alert-note" }', 'github-alerts'],
    ['export default { template: "<b/>" }', '[\\s\\S]+'],
  ])('%s', (code, part) => {
    expect([...used(code)].join()).toContain(part)
  })

  it('and nothing else does', () => {
    expect(used('_createElementVNode("p", { class: "code" }, _toDisplayString($clicks), "remark")')).toEqual(new Set())
  })
})

it('a built slide stands in the section of the one before, unless it names another', () => {
  const slides = [{ section: 'a' }, {}, { section: 'b' }, {}]
    .map((frontmatter: { section?: string }) => ({ frontmatter, note: '' }))
  plan({ mode: 'build', data: { slides, config: { htmlAttrs: {} }, headmatter: {} } } as never)
  expect(slides.map(({ frontmatter }) => frontmatter.section)).toEqual(['a', 'a', 'b', 'b'])
})

describe('Chinese words in a note', () => {
  const note = 'He means 讲故事, `代码` and [this](https://a.example/故事).'
  it('are marked where the deck is in another language, but not in code and addresses', () => {
    expect(markChinese(note, 'en')).toBe(note.replace('讲故事', '<span lang="zh-Hans">讲故事</span>'))
  })
  it.each(['ja', 'zh-CN', 'ko'])('are left alone where it is in %s', (lang) => {
    expect(markChinese(note, lang)).toBe(note)
  })
})
