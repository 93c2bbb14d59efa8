import { defineConfig } from '@playwright/test';

// CHROME_PATH: a browser that is installed already; else Playwright's own.
const executablePath = process.env.CHROME_PATH;

export default defineConfig({
  testDir: 'playwright',
  reporter: 'list',
  use: {
    baseURL: 'http://127.0.0.1:5231',
    locale: 'da-DK',
    launchOptions: { ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-gpu'] },
  },
  webServer: [
    {
      command: 'npx skranke pilot --port 5230 --clock 2026-11-22T10:00:00+01:00 --quiet',
      url: 'http://127.0.0.1:5230/',
    },
    { command: 'node portal.js 5231', url: 'http://127.0.0.1:5231/' },
  ],
});
