/** The browser engines that are on this machine, beside the one that `npm test` uses, and how each is started. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const WEBKIT_FOLDERS = ['4.1', '6.0', '4.0'].flatMap((api) =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((triple) =>
    api === '6.0' ? `/usr/lib/${triple}/webkitgtk-6.0` : `/usr/lib/${triple}/webkit2gtk-${api}`,
  ),
);

function onPath(names, further = []) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...further];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

const firefox = () => process.env.FIREFOX_PATH ?? onPath(['firefox-esr', 'firefox']);

const PLAIN = { forcedColors: 'none', reducedMotion: 'no-preference', colorScheme: 'light' };

/**
 * Media that an engine can be started with, where its driver cannot switch them while it runs. Tests that ask for media
 * which the first start does not have are run again in the first other one that has them.
 */
export const LAUNCHES = {
  chromium: { plain: PLAIN },
  firefox: {
    plain: PLAIN,
    forced: { forcedColors: 'active', reducedMotion: 'reduce', colorScheme: 'dark' },
    dark: { ...PLAIN, colorScheme: 'dark' },
  },
  webkit: { plain: PLAIN, still: { ...PLAIN, reducedMotion: 'reduce', colorScheme: 'dark' } },
};

/** Forced colours of its own: white on black. What is dark, then, is what the user has chosen. */
const FORCED = {
  'browser.display.document_color_use': 2,
  'browser.display.use_system_colors': false,
  'browser.display.foreground_color': '#ffffff',
  'browser.display.background_color': '#000000',
  'browser.display.foreground_color.dark': '#ffffff',
  'browser.display.background_color.dark': '#000000',
};

const zone = () => process.env.TEST_TZ ?? 'Europe/Copenhagen';

/** Launch options for an installed Firefox: no look-ups elsewhere, and its own protocol, which Playwright speaks. */
export function firefoxOptions(media = PLAIN) {
  const forced = media.forcedColors === 'active';
  return {
    channel: 'moz-firefox',
    executablePath: firefox(),
    firefoxUserPrefs: {
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'ui.prefersReducedMotion': media.reducedMotion === 'reduce' ? 1 : 0,
      'ui.systemUsesDarkTheme': media.colorScheme === 'dark' ? 1 : 0,
      'layout.css.prefers-color-scheme.content-override': media.colorScheme === 'dark' ? 0 : 1,
      ...(forced && FORCED),
    },
    env: { ...process.env, TZ: zone(), MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  };
}

/** What an installed WebKitGTK needs: its driver, its plain browser, and a screen that nobody looks at. */
export function webkitOptions(media = PLAIN) {
  return {
    driver: onPath(['WebKitWebDriver']),
    browser: onPath(['MiniBrowser'], WEBKIT_FOLDERS),
    screen: onPath(['Xvfb']),
    media,
    env: { ...process.env, TZ: zone(), LANGUAGE: 'da' },
  };
}

/** @returns the engines; `why` stands where one is not run */
export function findEngines() {
  const { driver, browser, screen } = webkitOptions();
  return [
    { name: 'chromium' },
    firefox() ? { name: 'firefox' } : { name: 'firefox', why: 'not on this machine (Debian: firefox-esr)' },
    driver && browser && screen
      ? { name: 'webkit' }
      : { name: 'webkit', why: 'not on this machine (Debian: webkit2gtk-driver, xvfb)' },
  ];
}
