/** The settings in the page's address, so that a link is a bug report. Plain data, no DOM. */
import type { Lang } from '../components/shared/i18n/dates.js';
import type { Fault, PilotSettings } from '../mocks/contract/pilot.js';
import { timeInCopenhagen } from '../mocks/copenhagen.js';

/** As a pilot begins when nothing else is asked for. */
export const defaultSettings: PilotSettings = {
  clock: { now: null, running: true },
  persona: 'all',
  scenario: 'default',
  latencyMs: 0,
  indexDelayMs: 2000,
  conditions: { idempotency: true, ifMatch: true },
  faults: [],
};

export interface Address {
  readonly tab: string | null;
  readonly lang: Lang | null;
  /** Null: the address names no setting, so the pilot stays as it is. What a link does not name is the default. */
  readonly settings: PilotSettings | null;
}

const SETTINGS = [
  ...[
    'scenario',
    'clock',
    'running',
    'persona',
    'latency',
    'index-delay',
    'idempotency',
    'if-match',
    'faults',
  ],
];

const OFF = 'off';

function readFaults(text: string | null): Fault[] {
  if (text === null) return [];
  try {
    const faults = JSON.parse(text) as unknown;
    return (Array.isArray(faults) ? faults : [faults]) as Fault[];
  } catch {
    // The pilot refuses it and says why.
    return [text as unknown as Fault];
  }
}

/** In a query a `+` is a blank, and a link written by hand may have one. */
const readClock = (text: string | null) => (text === null || text === 'real' ? null : text.replace(' ', '+'));

/** Settings are not judged here: the pilot is asked, and says what is wrong. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const lang = query.get('lang');
  const tab = query.get('tab');
  const found = { tab, lang: lang === 'da' || lang === 'en' ? lang : null } as const;
  if (!SETTINGS.some((name) => query.has(name))) return { ...found, settings: null };
  const now = readClock(query.get('clock'));
  const settings = {
    clock: { now, running: now === null || query.has('running') },
    persona: query.get('persona') ?? defaultSettings.persona,
    scenario: query.get('scenario') ?? defaultSettings.scenario,
    latencyMs: Number(query.get('latency') ?? defaultSettings.latencyMs),
    indexDelayMs: Number(query.get('index-delay') ?? defaultSettings.indexDelayMs),
    conditions: { idempotency: query.get('idempotency') !== OFF, ifMatch: query.get('if-match') !== OFF },
    faults: readFaults(query.get('faults')),
  } as PilotSettings;
  return { ...found, settings };
}

function namedSettings(settings: PilotSettings): Record<string, string | false> {
  const { clock, persona, scenario, latencyMs, indexDelayMs, conditions, faults } = settings;
  return {
    scenario,
    clock: clock.now === null ? 'real' : timeInCopenhagen(Date.parse(clock.now)),
    running: clock.now !== null && clock.running && 'yes',
    persona,
    latency: latencyMs !== defaultSettings.latencyMs && String(latencyMs),
    'index-delay': indexDelayMs !== defaultSettings.indexDelayMs && String(indexDelayMs),
    idempotency: !conditions.idempotency && OFF,
    'if-match': !conditions.ifMatch && OFF,
    faults: faults.length > 0 && JSON.stringify(faults),
  };
}

/** The query with everything in it; what belongs to others in `search` stays. */
export function writeAddress(search: string, tab: string, lang: Lang, settings: PilotSettings): string {
  const query = new URLSearchParams(search);
  const all: Record<string, string | false> = { tab, lang, ...namedSettings(settings) };
  for (const [name, value] of Object.entries(all)) {
    if (value === false) query.delete(name);
    else query.set(name, value);
  }
  return `?${query.toString()}`;
}
