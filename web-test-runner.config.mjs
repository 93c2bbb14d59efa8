import { readFileSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { findBrowser } from './scripts/browser.mjs';
import { engineNotesPlugin } from './scripts/lib/engine-notes.mjs';
import { firefoxOptions, LAUNCHES, webkitOptions } from './scripts/lib/engines.mjs';
import { trustPlugin } from './scripts/lib/trust-plugin.mjs';
import { countReporter, pageErrors } from './scripts/wtr-reporter.mjs';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const engine = process.env.TEST_ENGINE ?? 'chromium';
const media = LAUNCHES[engine][process.env.TEST_LAUNCH ?? 'plain'];
/** How long Firefox may take to close; with a service worker it takes ten seconds, and is gone with this process anyway. */
const CLOSE_MS = 500;

/** The service worker must stand at the root, as a host's own copy would. */
function serveServiceWorker(context, next) {
  if (context.url.split('?')[0] === '/mockServiceWorker.js')
    context.url = '/node_modules/msw/lib/mockServiceWorker.js';
  return next();
}

/**
 * Errors that no test waits for are told by Playwright for Chromium. Elsewhere the page itself tells them: Firefox gives its own
 * remarks on requests and forms as errors, and WebDriver gives nothing.
 */
const TELL_ERRORS = `<script>
  const tell = ({ error, reason, message }) =>
    navigator.sendBeacon('/.page-error', String((error ?? reason)?.stack ?? error ?? reason ?? message));
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, tell);
</script>`;

async function takeErrors(context, next) {
  if (context.path !== '/.page-error') return next();
  let text = '';
  for await (const part of context.req) text += part;
  pageErrors.push(text.split('\n').slice(0, 4).join('\n'));
  context.status = 204;
}

/** As Playwright closes a page: what it takes longer than that is not waited for. */
const soon = (promise) =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);

async function launcher() {
  if (engine === 'webkit') {
    const { WebKitLauncher } = await import('./scripts/lib/webkit-launcher.mjs');
    return new WebKitLauncher(webkitOptions(media));
  }
  const found = playwrightLauncher({
    product: engine,
    launchOptions: engine === 'firefox' ? firefoxOptions(media) : await findBrowser(),
    createBrowserContext: async ({ browser }) => {
      const context = await browser.newContext({ locale: 'da-DK' });
      const close = context.close.bind(context);
      if (engine === 'firefox') context.close = () => soon(close());
      return context;
    },
    createPage: async ({ context }) => {
      const page = await context.newPage();
      if (engine === 'chromium')
        page.on('pageerror', (error) =>
          pageErrors.push(error.stack?.split('\n').slice(0, 4).join('\n') ?? String(error)),
        );
      return page;
    },
  });
  const stop = found.stop.bind(found);
  if (engine === 'firefox') found.stop = () => soon(stop());
  return found;
}

export default {
  files: ['components/**/*.test.ts', 'stories/**/*.test.ts'],
  ...(process.env.TEST_PORT && { port: Number(process.env.TEST_PORT) }),
  // In Firefox and WebKit only one page has the focus: keys on another are lost.
  concurrency: engine === 'chromium' ? 2 : 1,
  concurrentBrowsers: 1,
  testsFinishTimeout: engine === 'chromium' ? 180_000 : 900_000,
  browserStartTimeout: engine === 'chromium' ? 30_000 : 120_000,
  // Production builds of the dependencies, as shipped: without Lit's development warnings.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [
    trustPlugin(),
    engineNotesPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: './tsconfig.json',
      define: { __SKRANKE_VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
    }),
  ],
  middleware: [serveServiceWorker, takeErrors],
  browsers: [await launcher()],
  testFramework: {
    config: { timeout: engine === 'chromium' ? 10_000 : 30_000, grep: process.env.TEST_GREP },
  },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8"><title>Skranke: test</title><meta name="viewport" content="width=device-width"></head>
  <body>${engine === 'chromium' ? '' : TELL_ERRORS}<script type="module" src="${testFramework}"></script></body>
</html>`,
  coverageConfig: {
    include: ['components/**/*.ts'],
    exclude: ['**/*.test.ts', '**/testing/**', '**/node_modules/**'],
    reportDir: 'coverage',
  },
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countReporter()],
};
