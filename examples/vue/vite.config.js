import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('skranke-') } } })],
  // The browsers that know light-dark(): for older ones Vite would rewrite the theme's colours, and they would be lost.
  build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
});
