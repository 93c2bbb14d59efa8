/** Storybook's frame as built, in a browser: shows one story after the other. Runs in scripts, not in the tests' runner. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { ROOT } from './project.mjs';
import { startStaticServer } from './static-server.mjs';

export const STATIC = join(ROOT, 'storybook-static');

/** A Sunday morning in winter time, as in the tests of the stories: what a story shows may name a day. */
export const NOW = '2026-11-22T10:00:00+01:00';

/** By widget, the states that say most about it. A widget that is not here: its first story, an empty and a failed one. */
export const TELLING = {
  'Consent request': ['Default', 'Summary', 'Receipt'],
  'Contact point picker': ['In Group', 'Self Service', 'Missing'],
  'Deadline list': ['All Types', 'Row Open', 'Empty'],
  'Deep-link card': ['Default', 'Copied', 'Strange Host'],
  'Message recall': ['Found', 'Asking', 'Recalled'],
};

/** The stories of the widgets, in the order in which they stand: `{ id, title, name }`. */
export function widgetStories() {
  const { entries } = JSON.parse(readFileSync(join(STATIC, 'index.json'), 'utf8'));
  return Object.values(entries).filter(({ type, title }) => type === 'story' && title.startsWith('Widgets/'));
}

/** In the page: shows a story and gives how it ended. */
export function showInFrame(storyId) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    channel.once('storyFinished', ({ status }) => resolve(status));
    for (const name of ['storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException'])
      channel.once(name, (error) => resolve(`${name}: ${error?.message ?? ''}`));
    // Another story may be shown only when the one before has finished.
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });
}

/** In the page: notes when a widget says that all of it is there. */
function noteReady() {
  globalThis.complete = new WeakMap();
  document.addEventListener('skranke-ready', ({ target, detail }) =>
    globalThis.complete.set(target, detail.complete),
  );
}

/** In the page: waits until the story shows what it says that it shows, and all pages of its widget are in. */
async function restInFrame(storyId) {
  const { parameters } = await globalThis.__STORYBOOK_PREVIEW__.storyStoreValue.loadStory({ storyId });
  const { state, shows: [wanted] = [''] } = parameters;
  const all = () => [...document.querySelectorAll('#storybook-root, #storybook-root *')];
  const widget = () => all().find(({ localName }) => localName.startsWith('skranke-'));
  const text = () =>
    all()
      .flatMap((one) => [one.id ? one : [], [...(one.shadowRoot?.children ?? [])]].flat())
      .map((one) => one.innerText)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .toLowerCase();
  /** The page's clock may stand still: steps are counted. */
  const until = async (steps, isSo) => {
    for (let step = 0; step < steps && !isSo(); step++) await new Promise((done) => setTimeout(done, 50));
    return isSo();
  };
  if (!(await until(300, () => text().includes(wanted.toLowerCase()))))
    throw new Error(`${storyId} does not show '${wanted}'`);
  // A skeleton comes after 300 ms. A page that fails never comes.
  if (state === 'loading') await until(8, () => false);
  else await until(80, () => widget()?.matches(':state(error)') || globalThis.complete.get(widget()));
}

/** In the page: another theme and scheme on the story that is there, as a host's switch does it: its state stays. */
function wearInFrame({ css, scheme }) {
  const style = [...document.querySelectorAll('style')].find(({ textContent }) =>
    textContent.includes('--skranke-space:'),
  );
  style.textContent = css;
  document.documentElement.style.colorScheme = scheme;
}

const themeCss = (name) => readFileSync(join(ROOT, `themes/${name}.css`), 'utf8');

/**
 * Opens the frame. `now`: stops the page's clock there; else Playwright's options for a browser context.
 *
 * @returns `page`; `show(id)` for a story, and waits until it is all there; `wear({ theme, scheme })` for the toolbar's choices; `close()`
 */
export async function openFrame({ now, ...context } = {}) {
  const server = await startStaticServer({ port: 0, mounts: { '/': STATIC }, strict: false });
  const browser = await chromium.launch(await findBrowser());
  const options = { locale: 'da-DK', permissions: ['clipboard-read', 'clipboard-write'], ...context };
  const page = await (await browser.newContext(options)).newPage();
  // Before the pilot begins: its data are made around today.
  if (now) await page.clock.setFixedTime(now);
  await page.goto(`http://127.0.0.1:${server.address().port}/iframe.html?viewMode=story`);
  await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__?.ready?.());
  await page.evaluate(noteReady);
  return {
    page,
    async show(id) {
      const outcome = await page.evaluate(showInFrame, id);
      if (outcome !== 'success') throw new Error(`${id}: ${outcome}`);
      await page.evaluate(restInFrame, id);
    },
    async wear({ theme, scheme }) {
      // A theme of a portal holds only what it has otherwise than the base.
      const css = themeCss('base') + (theme === 'base' ? '' : themeCss(theme));
      await page.evaluate(wearInFrame, { css, scheme });
    },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
