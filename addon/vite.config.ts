/** Read by Slidev. The plugins stand in addon/setup/vite-plugins.ts, where they are given Slidev's options. */
import { defineConfig } from 'vite'

export default defineConfig({
  slidev: {
    unocss: {
      // Slidev's own list names every class and icon of its client, used or not (15 KB): only what
      // the modules of the build hold is wanted, and the few names that its client puts together.
      safelist: ['!opacity-0', 'prose', 'grid-rows-[1fr_max-content]', 'grid-cols-[1fr_max-content]'],
    },
  },
})
