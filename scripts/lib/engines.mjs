/** The browser engines that are on this machine, beside the one that `npm test` uses. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

function onPath(names, further = []) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...further];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

const firefox = () => process.env.FIREFOX_PATH ?? onPath(['firefox-esr', 'firefox']);

/** Launch options for an installed Firefox: no look-ups elsewhere, and its own protocol, which Playwright speaks. */
export function firefoxOptions() {
  return {
    channel: 'moz-firefox',
    executablePath: firefox(),
    firefoxUserPrefs: { 'services.settings.server': 'data:,#remote-settings-dummy/v1' },
    env: {
      ...process.env,
      TZ: process.env.TEST_TZ ?? 'Europe/Copenhagen',
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
    },
  };
}

/** @returns the engines: `run` false where one is there that cannot be driven from here, and why */
export function findEngines() {
  const webkit = onPath(
    ['MiniBrowser'],
    ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0'],
  );
  return [
    { name: 'chromium', run: true },
    ...(firefox()
      ? [{ name: 'firefox', run: true }]
      : [{ name: 'firefox', run: false, why: 'not on this machine (Debian: firefox-esr)' }]),
    {
      name: 'webkit',
      run: false,
      why: webkit
        ? 'is here; driving it needs @web/test-runner-webdriver'
        : 'not on this machine (Debian: webkit2gtk-driver, xvfb)',
    },
  ];
}
