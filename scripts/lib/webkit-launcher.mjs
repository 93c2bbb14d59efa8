/**
 * WebKitGTK for Web Test Runner. The runner's own commands can do little over WebDriver (no viewport, no keys held
 * down, doubled letters lost), so that this launcher offers its page in the shape of Playwright's, which they can use.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { clearInterval } from 'node:timers';
import { setTimeout as pause } from 'node:timers/promises';
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import { ROOT } from './project.mjs';

/** As large as any viewport that a test asks for; its middle is where the mouse rests, and what is under it has the focus. */
const SCREEN = { width: 1600, height: 1400 };
const START_MS = 10_000;

/** Key names of Playwright to code points of WebDriver. */
const KEYS = {
  ...{ Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Meta: '\uE03D' },
  ...{ Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ', Backspace: '\uE003', Delete: '\uE017' },
  ...{ ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' },
  ...{ PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011' },
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

function codeOf(key) {
  const code = KEYS[key] ?? (key.length === 1 ? key : undefined);
  if (!code) throw new Error(`WebKit: no code for the key '${key}'`);
  return code;
}

/** The part of Playwright's page that Web Test Runner's commands use. */
class WebKitPage {
  #driver;
  #held = new Set();

  constructor(driver) {
    this.#driver = driver;
  }

  #act(type, actions) {
    return this.#driver.performActions([{ type, id: type, actions }]);
  }

  #keys(codes) {
    const downs = codes.map((value) => ({ type: 'keyDown', value }));
    return [...downs, ...downs.map(({ value }) => ({ type: 'keyUp', value })).reverse()];
  }

  keyboard = {
    type: (text) =>
      this.#act(
        'key',
        [...text].flatMap((letter) => this.#keys([letter])),
      ),
    press: (chord) => this.#act('key', this.#keys(chord.split(/\+(?=.)/).map(codeOf))),
    // The driver does not repeat a key that is down: it is pressed anew, which does as much each time.
    down: (key) => {
      const value = codeOf(key);
      const again = this.#held.has(value) ? [{ type: 'keyUp', value }] : [];
      this.#held.add(value);
      return this.#act('key', [...again, { type: 'keyDown', value }]);
    },
    up: (key) => {
      this.#held.delete(codeOf(key));
      return this.#act('key', [{ type: 'keyUp', value: codeOf(key) }]);
    },
  };

  mouse = {
    move: (x, y) => this.#act('pointer', [{ type: 'pointerMove', duration: 0, x, y }]),
    down: ({ button = 'left' } = {}) =>
      this.#act('pointer', [{ type: 'pointerDown', button: BUTTONS[button] }]),
    up: ({ button = 'left' } = {}) => this.#act('pointer', [{ type: 'pointerUp', button: BUTTONS[button] }]),
    click: async (x, y, options) => {
      await this.mouse.move(x, y);
      await this.mouse.down(options);
      await this.mouse.up(options);
    },
  };

  async setViewportSize({ width, height }) {
    const [x, y] = [(SCREEN.width - width) / 2, (SCREEN.height - height) / 2].map(Math.round);
    let got = [];
    // The window manager takes a moment, now and then a second call.
    for (let tries = 0; tries < 20 && !(got[0] === width && got[1] === height); tries++) {
      if (tries % 5 === 0) await this.#driver.setWindowRect(x, y, width, height);
      else await new Promise((resolve) => setTimeout(resolve, 100));
      got = await this.#driver.execute('return [innerWidth, innerHeight]');
    }
    if (got[0] !== width || got[1] !== height)
      throw new Error(`WebKit: a viewport of ${width} × ${height} was asked for, ${got.join(' × ')} came`);
  }

  /** Fixed when the browser starts; components/shared/testing/media.ts looks what there is. */
  async emulateMedia() {}
}

/** A number that nobody listens on yet. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Settings of the desktop, which is where WebKitGTK takes its media features from; no widget of it needs room. */
function writeSettings({ reducedMotion, colorScheme }) {
  const home = join(ROOT, '.tmp/webkit-settings');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(join(home, 'gtk-3.0'), { recursive: true });
  const theme = colorScheme === 'dark' ? 'Adwaita-dark' : 'Adwaita';
  const animations = reducedMotion === 'reduce' ? 0 : 1;
  writeFileSync(
    join(home, 'gtk-3.0/settings.ini'),
    `[Settings]\ngtk-enable-animations=${animations}\ngtk-theme-name=${theme}\n`,
  );
  writeFileSync(
    join(home, 'gtk-3.0/gtk.css'),
    '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px }\n',
  );
  return home;
}

/** The number of a new screen, once it is there. */
async function startScreen(command) {
  const { width, height } = SCREEN;
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'];
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    child.stdio[3].once('data', (data) => resolve(String(data).trim()));
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { child, display: `:${number}` };
}

async function untilReady(port) {
  const end = performance.now() + START_MS;
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (response?.ok) return;
    if (performance.now() > end) throw new Error('WebKitWebDriver did not start');
    await pause(50);
  }
}

export class WebKitLauncher extends WebdriverLauncher {
  type = 'playwright';
  #options;
  #children = [];
  #page;
  #isUsedUp = false;

  /** WebKitGTK's own. */
  version;

  constructor(options) {
    const capabilities = {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {
        binary: options.browser,
        args: ['--automation', '--javascript-can-open-windows-automatically=true'],
      },
    };
    super({ capabilities, hostname: '127.0.0.1', path: '/' });
    this.#options = options;
  }

  /** The screen and the driver on it; they stay for all files. */
  async #startDriver() {
    const { screen, driver, env, media } = this.#options;
    const { child, display } = await startScreen(screen);
    const port = await freePort();
    const service = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      env: { ...env, DISPLAY: display, XDG_CONFIG_HOME: writeSettings(media) },
      stdio: 'ignore',
    });
    this.#children.push(service, child);
    // Ended by hand, nothing of it stays.
    process.once('SIGTERM', () => process.exit(1));
    process.once('exit', () => this.#children.forEach((one) => one.kill()));
    await untilReady(port);
    this.options.port = port;
  }

  async createDriverManager() {
    if (this.#children.length === 0) await this.#startDriver();
    const manager = await super.createDriverManager();
    await this.#openBareWindow();
    this.#page = new WebKitPage(this.driver);
    this.version = this.driver.capabilities.browserVersion;
    return manager;
  }

  /** A window without a tool bar can be as narrow as a phone. */
  async #openBareWindow() {
    const { driver } = this;
    const first = await driver.getWindowHandle();
    await driver.execute("window.open('about:blank', '', 'popup,noopener,toolbar=no,menubar=no')");
    let handles = [];
    while (handles.length < 2) handles = await driver.getWindowHandles();
    await driver.closeWindow();
    await driver.switchToWindow(handles.find((handle) => handle !== first));
  }

  /** A new browser after each file with a service worker: over many it gets slower and slower. */
  async startSession(id, url) {
    if (this.#isUsedUp) await this.#endBrowser();
    await this.ensureManagerInitialized();
    await this.#page.setViewportSize({ width: 800, height: 600 });
    return super.startSession(id, url);
  }

  async stopSession(id) {
    this.#isUsedUp = await this.driver.execute('return Boolean(navigator.serviceWorker?.controller)');
    return super.stopSession(id);
  }

  async #endBrowser() {
    await this.driver.deleteSession();
    this.driverManager = undefined;
    clearInterval(this.pendingHeartbeat);
  }

  getPage() {
    return this.#page;
  }

  async stop() {
    await super.stop();
    for (const child of this.#children.splice(0)) child.kill();
  }
}
