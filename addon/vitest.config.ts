/** `npm run test:addon`: the machinery on its own small decks, in one worker, so that each deck is built once. */
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { reporters } from './tests/support/reporters.ts'
import { yaml } from './vite/yaml.ts'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [vue(), yaml()],
  test: {
    reporters,
    include: ['addon/tests/**/*.test.ts', 'tests/this-talk/adapted/*.test.ts'],
    globalSetup: 'addon/tests/support/browser-setup.ts',
    isolate: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
