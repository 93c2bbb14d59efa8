import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

// CHROME_PATH: a browser that is installed already; else Playwright's own.
const executablePath = process.env.CHROME_PATH;
const launchOptions = { ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-gpu'] };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', include: ['tests/*.node.test.js'] } },
      {
        test: {
          name: 'browser',
          include: ['tests/*.browser.test.js'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
