import { build } from 'esbuild'; import { createServer } from 'node:http'; import { readFileSync } from 'node:fs'; import { chromium } from 'playwright-core'; import { findBrowser } from './scripts/browser.mjs';
const out = await build({ entryPoints: ['.shot-entry.ts'], bundle: true, format: 'esm', write: false, tsconfig: 'tsconfig.json', conditions: ['browser','production'], define: { __SKRANKE_VERSION__: '"0"', 'process.env.NODE_ENV': '"production"' } });
const js = out.outputFiles[0].text;
const server = createServer((q, r) => { const u = q.url.split('?')[0]; if (u === '/x.js') { r.setHeader('Content-Type','text/javascript'); return r.end(js);} if (u.startsWith('/themes')) { r.setHeader('Content-Type','text/css'); return r.end(readFileSync('.' + u)); } r.setHeader('Content-Type','text/html'); r.end('<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width"><link rel=stylesheet href=/themes/base.css><body><script type=module src=/x.js></script>'); }).listen(5121);
const browser = await chromium.launch(await findBrowser());
for (const arg of process.argv.slice(2)) {
  const [story, width = '800', scheme = 'light', forced, lang = 'da'] = arg.split(',');
  const page = await browser.newPage({ viewport: { width: +width, height: 700 }, forcedColors: forced === 'forced' ? 'active' : 'none' });
  page.on('pageerror', e => console.log(story, e.message));
  await page.goto(`http://localhost:5121/?story=${story}&scheme=${scheme}&lang=${lang}`);
  await page.waitForFunction(() => globalThis.done, null, { timeout: 8000 }).catch(() => {});
  await page.waitForTimeout(200);
  await page.screenshot({ path: `/tmp/shot/${arg.replaceAll(',', '-')}.png`, fullPage: true });
  await page.close();
}
await browser.close(); server.close();
