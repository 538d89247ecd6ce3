import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { yaml } from './addon/vite/yaml.ts'

export default defineConfig({
  plugins: [vue(), yaml()],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/*.test.ts', 'addon/tests/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/*.test.ts', 'addon/tests/browser/*.test.ts'],
          globalSetup: 'addon/tests/browser/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
