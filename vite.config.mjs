import { defineConfig } from 'vite';
import { VERSION } from './scripts/lib/project.mjs';

/** Shared by `npm run build`, `npm run size` and Storybook. */
export default defineConfig({
  publicDir: false,
  define: { __SKRANKE_VERSION__: JSON.stringify(VERSION) },
});
