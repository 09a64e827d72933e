import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const uswds = fileURLToPath(new URL('../node_modules/@uswds/uswds', import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@uswds-dist': `${uswds}/dist` } },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: [`${uswds}/packages`],
        // USWDS still uses what Sass has announced the end of; nothing we could change.
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'if-function'],
      },
    },
  },
  build: {
    // The policy allows no data: in styles, and an icon that is a file is cached by itself.
    assetsInlineLimit: 0,
    // What counts is the packed size of the first page; tests/portal hold it under 200 kB.
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
});
