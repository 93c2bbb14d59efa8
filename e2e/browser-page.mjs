/** A page in a real browser that keeps what went wrong in it. */
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/browser.mjs';

/**
 * @param t the test: the browser is closed with it
 * @param origin requests to any other origin count as wrong, except those named in `allowed`
 */
export async function openPage(t, origin, { allowed = [] } = {}) {
  const browser = await chromium.launch(await findBrowser());
  t.after(() => browser.close());
  const page = await browser.newPage({ locale: 'da-DK' });
  const problems = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(`console: ${line.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || allowed.includes(url.origin);
    if (/^https?:$/.test(url.protocol) && !isOwn) problems.push(`request to ${url.origin}`);
  });
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`violation of ${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  return { page, problems };
}
