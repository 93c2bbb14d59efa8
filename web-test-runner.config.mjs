import { readFileSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { findBrowser } from './scripts/browser.mjs';
import { firefoxOptions } from './scripts/lib/engines.mjs';
import { trustPlugin } from './scripts/lib/trust-plugin.mjs';
import { countReporter, pageErrors } from './scripts/wtr-reporter.mjs';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const isFirefox = process.env.TEST_ENGINE === 'firefox';
const browser = isFirefox ? firefoxOptions() : await findBrowser();

/** The service worker must stand at the root, as a host's own copy would. */
function serveServiceWorker(context, next) {
  if (context.url.split('?')[0] === '/mockServiceWorker.js')
    context.url = '/node_modules/msw/lib/mockServiceWorker.js';
  return next();
}

export default {
  files: ['components/**/*.test.ts', 'stories/**/*.test.ts'],
  // In Firefox only one page has the focus: keys on another are lost.
  concurrency: isFirefox ? 1 : 2,
  concurrentBrowsers: 1,
  testsFinishTimeout: 180_000,
  // Production builds of the dependencies, as shipped: without Lit's development warnings.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [
    trustPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: './tsconfig.json',
      define: { __SKRANKE_VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
    }),
  ],
  middleware: [serveServiceWorker],
  browsers: [
    playwrightLauncher({
      product: isFirefox ? 'firefox' : 'chromium',
      launchOptions: browser,
      createBrowserContext: ({ browser: engine }) => engine.newContext({ locale: 'da-DK' }),
      createPage: async ({ context }) => {
        const page = await context.newPage();
        page.on('pageerror', (error) =>
          pageErrors.push(error.stack?.split('\n').slice(0, 4).join('\n') ?? String(error)),
        );
        return page;
      },
    }),
  ],
  testFramework: { config: { timeout: 10_000 } },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8"><title>Skranke: test</title><meta name="viewport" content="width=device-width"></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`,
  coverageConfig: {
    include: ['components/**/*.ts'],
    exclude: ['**/*.test.ts', '**/testing/**', '**/node_modules/**'],
    reportDir: 'coverage',
  },
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countReporter()],
};
