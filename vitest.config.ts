import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { yaml } from './addon/vite/yaml.ts'

/** What no deck changes: the small deck does for all. */
const ofAnyDeck = ['pdf-faults', 'start', 'windows']

/** In a browser, on one deck. */
const presented = { globalSetup: 'addon/tests/browser/setup.ts', setupFiles: 'addon/tests/browser/stand.ts', testTimeout: 60_000, hookTimeout: 30_000 }

// One group of files after the other; commands wait for processes, which two files can do at once, while a browser takes both of two cores.
export default defineConfig({
  plugins: [vue(), yaml()],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/*.test.ts', 'tests/this-talk/*.test.ts', 'addon/tests/*.test.ts'], maxWorkers: 2, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: {
          ...presented,
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: ['tests/browser/*.test.ts', 'tests/this-talk/browser/*.test.ts', 'addon/tests/browser/*.test.ts'],
          exclude: ofAnyDeck.map(name => `**/${name}.test.ts`),
          provide: { deckRoot: resolve('.'), firstLoad: 180 },
        },
      },
      {
        // The addon under another deck: what fails here and not above is of this talk.
        extends: true,
        test: {
          ...presented,
          name: 'stranger',
          sequence: { groupOrder: 2 },
          include: ['build', 'first-view', 'keys', 'pdf', 'pdf-pages', 'presenter', 'styles', ...ofAnyDeck].map(name => `addon/tests/browser/${name}.test.ts`),
          provide: { deckRoot: resolve('tests/stranger'), firstLoad: 220 },
        },
      },
      {
        // Some minutes of killing, filling and breaking: `npm run test:faults`, not `npm test`.
        extends: true,
        test: {
          ...presented,
          name: 'faults',
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
          include: ['addon/tests/faults/*.test.ts'],
          provide: { deckRoot: resolve('tests/small'), firstLoad: 220 },
        },
      },
    ],
  },
})
