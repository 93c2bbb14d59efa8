/**
 * Finds a Chromium for tests. Order: CHROME_PATH, an installed Chrome or Chromium, the one inside the npm package
 * `@sparticuz/chromium` (needs no root and no system packages), Playwright's own download.
 * `TEST_BROWSER=packaged` takes the npm one although a system browser exists.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TMP = fileURLToPath(new URL('../.tmp', import.meta.url));

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const FIXED_PATHS = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function isExecutable(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [...paths, ...FIXED_PATHS])
    if (await isExecutable(path)) return { executablePath: path };
  return undefined;
}

/** A stock Node image has no fonts and no font configuration. */
function fontConfiguration(folder) {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  return `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(TMP, 'fonts-cache')}</cachedir></fontconfig>\n`;
}

/** Unpacks the browser of the npm package into the project's `.tmp/` once; by a rename, so two runs at once are safe. */
async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const folder = join(TMP, `chromium-${version}`);
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const browser = {
    executablePath: join(folder, 'chromium'),
    env: { FONTCONFIG_FILE: join(folder, 'fonts.conf'), LD_LIBRARY_PATH: libraries },
  };
  if (await isExecutable(browser.executablePath)) return browser;

  await mkdir(TMP, { recursive: true });
  const unpacked = await mkdtemp(join(TMP, 'unpack-'));
  const code =
    "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  // The name of this image makes the package unpack the few libraries, too, that a stock Node image lacks.
  const env = { ...process.env, TMPDIR: unpacked, CODEBUILD_BUILD_IMAGE: 'nodejs20' };
  await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: dirname(TMP), env });
  await writeFile(join(unpacked, 'fonts.conf'), fontConfiguration(folder));
  await rename(unpacked, folder).catch(() => rm(unpacked, { recursive: true, force: true }));
  return browser;
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return (await isExecutable(path)) ? { executablePath: path } : undefined;
}

/** @returns {Promise<{executablePath: string, args: string[], env: Record<string, string>}>} Playwright launch options */
export async function findBrowser() {
  const packagedOnly = process.env.TEST_BROWSER === 'packaged';
  const named = packagedOnly ? undefined : process.env.CHROME_PATH;
  if (named && !(await isExecutable(named)))
    throw new Error(`CHROME_PATH is not an executable file: ${named}`);
  const system = named ? { executablePath: named } : packagedOnly ? undefined : await installedBrowser();
  const found = system ?? (await packagedBrowser()) ?? (await playwrightBrowser());
  if (!found)
    throw new Error('No browser for the tests: install Chrome or Chromium, or set CHROME_PATH to one.');
  const TZ = process.env.TEST_TZ ?? 'Europe/Copenhagen';
  return { executablePath: found.executablePath, args: FLAGS, env: { ...process.env, TZ, ...found.env } };
}
