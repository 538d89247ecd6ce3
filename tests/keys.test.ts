import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { keys } from '../addon/client/keys'

it('lists in the README what keys do, as the sheet does', () => {
  const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| (<kbd>.*?) \| (.*?) \|$/gm)]
    .map(([, shown, does]) => ({ keys: [...shown!.matchAll(/<kbd>(.*?)<\/kbd>/g)].map(key => key[1]), does }))
  expect(rows).toEqual(keys.map(({ keys, does, presenter }) => ({ keys, does: presenter ? `${does} (presenter)` : does })))
})
