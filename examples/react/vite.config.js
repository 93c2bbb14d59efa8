import { defineConfig } from 'vite';

export default defineConfig({
  // The browsers that know light-dark(): for older ones Vite would rewrite the theme's colours, and they would be lost.
  build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
});
