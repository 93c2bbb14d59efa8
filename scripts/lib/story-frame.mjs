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

/**
 * In the page: shows a story, and gives how it ended: `success`, or what went wrong, in words. The end of another story,
 * of one that was shown before and goes on, is not taken for this one's.
 */
export function showInFrame(storyId) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    let failure = '';
    const fail = (name, error) => (failure ||= `${name}: ${error?.message ?? error?.title ?? error}`);
    const finish = (outcome) => {
      for (const [name, listener] of Object.entries(listeners)) channel.off(name, listener);
      resolve(outcome);
    };
    const listeners = {
      // It is on screen already: from the beginning, then.
      storyUnchanged: () => channel.emit('forceRemount', { storyId }),
      // These come just before the end, and do not say whose they are.
      storyThrewException: (error) => fail('threw', error),
      playFunctionThrewException: (error) => fail('play function', error),
      // These have no other end.
      storyErrored: (error) => finish(fail('error', error)),
      storyMissing: (id) => id === storyId && finish(fail('missing', id)),
      storyFinished({ storyId: ended, status, reporters }) {
        if (ended !== storyId) return (failure = '');
        const found = reporters.flatMap(({ result }) => result?.violations?.map(({ id }) => id) ?? []);
        return finish(failure || (found.length > 0 ? `axe: ${found.join(', ')}` : status));
      },
    };
    for (const [name, listener] of Object.entries(listeners)) channel.on(name, listener);
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
  const { state, missing = () => [] } = parameters;
  const canvas = document.querySelector('#storybook-root');
  const widget = () =>
    [...canvas.querySelectorAll('*')].find(({ localName }) => localName.startsWith('skranke-'));
  /** The page's clock may stand still: steps are counted. */
  const until = async (steps, isSo) => {
    for (let step = 0; step < steps && !isSo(); step++) await new Promise((done) => setTimeout(done, 50));
    return isSo();
  };
  if (!(await until(300, () => missing(canvas).length === 0)))
    throw new Error(`${storyId}: ${missing(canvas).join(', ')}`);
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
