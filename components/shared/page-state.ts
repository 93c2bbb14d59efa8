import { Announcer } from './announcer.js';
import { checkConfiguration, TRANSPORT_KEYS, type Configuration } from './configuration.js';
import type { BackendClient } from './backend/client.js';
import { LangWatcher } from './i18n/lang-watcher.js';
import type { Ticker } from './ticker.js';
import { warn } from './warn.js';

/** What a subscriber is told: the names of the settings that have another value now. */
export type ConfigurationListener = (changed: ReadonlySet<keyof Configuration>) => void;

/**
 * What all widgets of a page share, also when two copies of the kit of one major version are loaded: the first
 * copy makes it, the others use it. Its shape is therefore part of the promise of a major version.
 */
export interface PageState {
  readonly version: string;
  readonly announcer: Announcer;
  readonly langWatcher: LangWatcher;
  /** Clients made from the page-wide settings, by address and trust in it; emptied when those settings change. */
  readonly clients: Map<string, BackendClient>;
  readonly listeners: Set<ConfigurationListener>;
  /** Made by the first widget that needs it: most do not. */
  ticker: Ticker | undefined;
  config: Configuration;
  started: boolean;
}

const KEY = Symbol.for('skranke.v1');

type Carrier = { [KEY]?: PageState };

/** The state shared by the whole page (made at the first call, so that importing has no effect). */
export function pageState(): PageState {
  const carrier = globalThis as Carrier;
  const known = carrier[KEY];
  if (known) return known;
  const state: PageState = {
    version: __SKRANKE_VERSION__,
    announcer: new Announcer(),
    langWatcher: new LangWatcher(),
    clients: new Map(),
    listeners: new Set(),
    ticker: undefined,
    config: {},
    started: false,
  };
  // Not enumerable: a host that walks over `window` must not stumble on it.
  Object.defineProperty(carrier, KEY, { value: state });
  return state;
}

/** A little before the year 3555, and as long before 1970: years of four digits. */
const FAR_MS = 5e13;

/** The only clock of the components: milliseconds since 1970, from `configure({ now })` where set and in order. */
export function now(): number {
  const { config } = pageState();
  try {
    const value = config.now?.() ?? Date.now();
    if (typeof value === 'number' && Math.abs(value) < FAR_MS) return value;
  } catch {
    // Said below, without the host's error: it may hold anything.
  }
  // Not asked again: it would be told of each time.
  config.now = undefined;
  warn("configure: 'now' gives no time");
  return Date.now();
}

/**
 * Sets page-wide defaults. Keys that are left out keep their value; `undefined` puts the default back. Elements
 * that the change affects start again; what was typed or chosen in them stays.
 * A value of the wrong type is ignored with a console warning; nothing is thrown.
 */
export function configure(settings: Configuration): void {
  const state = pageState();
  const patch = checkConfiguration(settings);
  const changed = new Set<keyof Configuration>();
  for (const key of Object.keys(patch) as (keyof Configuration)[]) {
    if (!Object.is(state.config[key], patch[key])) changed.add(key);
  }
  if (changed.size === 0) return;
  state.config = { ...state.config, ...patch };
  if (TRANSPORT_KEYS.some((key) => changed.has(key))) state.clients.clear();
  if (changed.has('now')) state.ticker?.check();
  for (const listener of [...state.listeners]) listener(changed);
}

/**
 * Calls back once `DOMContentLoaded` and one task more have passed: until then a script at the end of the page
 * may still call `configure()`.
 */
export function whenStarted(callback: () => void): void {
  const state = pageState();
  if (state.started) {
    callback();
    return;
  }
  afterParsing(() =>
    setTimeout(() => {
      state.started = true;
      callback();
    }),
  );
}

function afterParsing(callback: () => void): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // 'interactive' covers both sides of DOMContentLoaded; only the navigation entry tells which.
  if (document.readyState === 'complete' || (navigation?.domContentLoadedEventEnd ?? 0) > 0) {
    callback();
    return;
  }
  let done = false;
  const once = () => {
    if (!done) callback();
    done = true;
  };
  document.addEventListener('DOMContentLoaded', once, { once: true });
  window.addEventListener('load', once, { once: true });
}
