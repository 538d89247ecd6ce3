/**
 * `npm test`, what somebody who changes the talk needs: `unit` first, then `talk`, for which the deck is built, served,
 * exported and opened in a browser once (addon/tests/support/setup.ts). The machinery's own: addon/vitest.config.ts.
 */
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { reporters } from './addon/tests/support/reporters.ts'
import { yaml } from './addon/vite/yaml.ts'

export default defineConfig({
  plugins: [vue(), yaml()],
  test: {
    reporters,
    // Only so that a test that hangs ends; on a busy machine each takes its time.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/{browser,adapted}/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'talk',
          include: ['tests/**/browser/*.test.ts'],
          globalSetup: 'addon/tests/support/setup.ts',
          isolate: false,
          maxWorkers: 1, // one browser and what it shows keep two cores busy
        },
      },
    ],
  },
})
