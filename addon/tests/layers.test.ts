import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const addon = fileURLToPath(new URL('..', import.meta.url))

/** The addon's rooms from the ground up: a file imports from its own and from those before it, and from nowhere else. */
const rooms = ['styles', 'deck', 'types', 'client', 'run', 'vite', 'paper', 'read', 'pdf', 'browsers', 'setup', 'commands', 'tests']
const roomOf = (path: string) => path.includes('/') ? path.split('/')[0]! : 'setup'

/** Relative addresses in a source file: imports of every form, and what a stylesheet loads. */
function addresses(text: string): string[] {
  return [...text.matchAll(/(?:^(?:import|export|\} from)\b.*?|\bimport\(|@import\s*|url\(|\bsrc=)['"](\.[^'"]+)['"]/gm)].map(found => found[1]!)
}

/** @param sources texts by their path in the addon */
function astray(sources: Record<string, string>): string[] {
  return Object.entries(sources).flatMap(([path, text]) => addresses(text).flatMap((address) => {
    const to = relative(addon, resolve(addon, dirname(path), address))
    if (to.startsWith('..'))
      return [`${path}: imports ${address}, outside the addon.`]
    const [own, other] = [roomOf(path), roomOf(to)].map(room => rooms.indexOf(room)) as [number, number]
    return other <= own && other >= 0 ? [] : [`${path}: imports ${address}, upwards: ${rooms.slice(0, own + 1).join(', ')} lie below.`]
  }))
}

describe('the addon', () => {
  it('imports nothing of the talk, and nothing upwards', () => {
    const paths = readdirSync(addon, { recursive: true, encoding: 'utf8' }).map(path => path.replaceAll('\\', '/')).filter(path => /\.(?:ts|vue|css)$/.test(path) && path !== 'tests/layers.test.ts')
    expect(paths.length).toBeGreaterThan(50)
    expect([...new Set(paths.map(roomOf))].filter(room => !rooms.includes(room))).toEqual([])
    expect(astray(Object.fromEntries(paths.map(path => [path, readFileSync(resolve(addon, path), 'utf8')])))).toEqual([])
  })

  it('would be found importing astray', () => {
    expect(astray({
      'deck/a.ts': 'import { b } from \'./b\'\nimport {\n  serve,\n} from \'../run/serve\'',
      'paper/A.vue': 'import { note } from \'../client/note\'\nconst talk = import(\'../../talk\')',
      'run/a.ts': 'import { x } from "../gone/x"',
    })).toEqual([
      'deck/a.ts: imports ../run/serve, upwards: styles, deck lie below.',
      'paper/A.vue: imports ../../talk, outside the addon.',
      expect.stringContaining('run/a.ts: imports ../gone/x, upwards'),
    ])
  })
})
