/** Renders stories and elements in a test page, against the pilot in a service worker. */
import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import { configure } from '../components/shared/page-state.js';
import type { Lang } from '../components/shared/i18n/dates.js';
import { startPilot, type BrowserPilot } from '../mocks/browser.js';
import { NOW } from './now.js';
import type { Story } from './story.js';

export { axeFindings } from '../components/shared/testing/axe.js';
export { NOW };

async function loadTheme(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/themes/base.css';
  const loaded = new Promise((resolve) => (link.onload = resolve));
  document.head.append(link);
  await loaded;
}

let underWay = 0;

/** The browser's own `fetch`; a function of its own each time, so that no answer of the test before is shared. */
function countingFetch(): typeof fetch {
  return async (...request) => {
    underWay += 1;
    const done = () => (underWay -= 1);
    try {
      const response = await fetch(...request);
      // Its body may take a while longer, above all on a busy machine.
      void response.clone().arrayBuffer().then(done, done);
      return response;
    } catch (error) {
      done();
      throw error;
    }
  };
}

/** Waits until every request that the kit has made is answered. */
export async function allAnswered(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 10));
  while (underWay > 0);
}

let starting: Promise<BrowserPilot> | undefined;

/** The pilot of this page, as it began; the page is set up as a host's would be, with the base theme. */
export async function usePilot(): Promise<BrowserPilot> {
  starting ??= Promise.all([
    startPilot({ serviceWorkerUrl: '/mockServiceWorker.js', clock: NOW }),
    loadTheme(),
  ]).then(async ([pilot]) => {
    await import('../components/define.js');
    return pilot;
  });
  const pilot = await starting;
  pilot.reset();
  configure({ backendUrl: pilot.baseUrl, now: () => pilot.now(), fetch: countingFetch() });
  document.documentElement.lang = 'da';
  document.documentElement.style.colorScheme = 'light';
  return pilot;
}

/** A story of any widget. */
export type AnyStory = Pick<Story<object>, 'parameters' | 'globals' | 'play'> & { readonly args?: object };

/** A module of stories. */
export interface Stories {
  readonly default: { readonly render?: unknown; readonly args?: object };
}

/** The stories of a module, by name. */
export function storiesOf({ default: _, ...stories }: Stories): [string, AnyStory][] {
  return Object.entries(stories);
}

/**
 * Shows a story as Storybook does: the pilot set, rendered, and played until its state is on screen.
 *
 * @param options `isJudged: false`: whatever is then on screen, where the data are not the story's own
 * @returns the element it is rendered in
 * @throws Error from its play function, when the state is not there
 */
export async function mountStory(
  of: Stories,
  story: AnyStory,
  lang: Lang,
  { isJudged = true } = {},
): Promise<HTMLElement> {
  const pilot = await usePilot();
  document.documentElement.lang = lang;
  document.documentElement.style.colorScheme = story.globals?.scheme ?? 'light';
  story.parameters?.pilot?.(pilot);
  const render = of.default.render as (args: object) => unknown;
  const canvasElement = await fixture<HTMLElement>(
    html`<div style="color: var(--skranke-ink); background: var(--skranke-surface)">
      ${render({ ...of.default.args, ...story.args })}
    </div>`,
  );
  await story.play?.({ canvasElement, isJudged });
  return canvasElement;
}
