import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // The line at the head of the bundle: docs/embedding.md.
  // The browsers that know light-dark(): for older ones Vite would rewrite the theme's colours, and they would be lost.
  build: {
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: { output: { postBanner: '//# allFunctionsCalledOnLoad' } },
  },
});
