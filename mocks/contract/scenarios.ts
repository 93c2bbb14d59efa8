/**
 * The scenarios: one table that the controls, the OpenAPI document, the console and docs/pilot.md are made from.
 * What a scenario does to an answer stands in pilot/scenario-effects.ts.
 */

/** Test data that a scenario stands on. A later service gives its own data for each, or falls back to `default`. */
export type DataSet =
  | 'default'
  | 'empty'
  | 'many'
  | 'hostile'
  | 'cases-only'
  | 'overdue-only'
  | 'huge-structure'
  | 'hostile-structure';

export interface Scenario {
  readonly data: DataSet;
  readonly da: string;
  readonly en: string;
}

export const scenarios = {
  default: {
    data: 'default',
    da: 'Almindelige data: frister før og efter i dag, sager, beskeder og tilladelser',
    en: 'Ordinary data: deadlines before and after today, cases, notices and permits',
  },
  empty: { data: 'empty', da: 'Der er ingenting', en: 'There is nothing' },
  many: { data: 'many', da: '1.000 aktiviteter', en: '1,000 activities' },
  'one-bad-item': {
    data: 'default',
    da: 'Det andet på hver side af en liste mangler sin titel eller sit navn',
    en: 'The second item of each page of a list has no title or name',
  },
  'cases-only': { data: 'cases-only', da: 'Kun sager', en: 'Cases only' },
  'overdue-only': {
    data: 'overdue-only',
    da: 'Kun frister, der er overskredet',
    en: 'Overdue deadlines only',
  },
  hostile: {
    data: 'hostile',
    da: 'Indhold, der prøver at gøre skade: script, javascript-links, meget lange ord, vendt læseretning',
    en: 'Content that tries to do harm: scripts, javascript links, very long words, reversed reading direction',
  },
  slow: { data: 'default', da: 'Hvert svar tager 3 sekunder', en: 'Each answer takes 3 seconds' },
  offline: { data: 'default', da: 'Forbindelsen brydes', en: 'The connection breaks' },
  unauthorised: { data: 'default', da: '401: ikke logget ind', en: '401: not logged in' },
  forbidden: { data: 'default', da: '403: ingen adgang', en: '403: no access' },
  'not-found': { data: 'default', da: '404: findes ikke', en: '404: not found' },
  'server-error': { data: 'default', da: '500: fejl på serveren', en: '500: server error' },
  unavailable: { data: 'default', da: '503: lukket lige nu', en: '503: closed right now' },
  'rate-limited': {
    data: 'default',
    da: '429: for mange forespørgsler, prøv igen om 120 sekunder',
    en: '429: too many requests, try again in 120 seconds',
  },
  'contract-broken': {
    data: 'default',
    da: '200 med JSON af en anden form',
    en: '200 with JSON of another shape',
  },
  html: { data: 'default', da: '200 med en HTML-side', en: '200 with an HTML page' },
  'page-fails': {
    data: 'many',
    da: '1.000 aktiviteter; alle sider efter den første svarer 500',
    en: '1,000 activities; every page after the first answers 500',
  },
  'huge-structure': {
    data: 'huge-structure',
    da: 'Fjordby Kommune har 10.000 kontaktpunkter',
    en: 'Fjordby Kommune has 10,000 contact points',
  },
  'hostile-structure': {
    data: 'hostile-structure',
    da: 'Fjordby Kommunes kontaktstruktur er i stykker: ringe, 5.000 niveauer, manglende forældre, script',
    en: "Fjordby Kommune's contact structure is broken: cycles, 5,000 levels, missing parents, scripts",
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as [ScenarioName, ...ScenarioName[]];

/** The table of docs/pilot.md, as Markdown; a test compares it with the file. */
export function scenarioTable(): string {
  const rows = Object.entries(scenarios).map(([name, { da, en }]) => `| \`${name}\` | ${da} | ${en} |`);
  return ['| Scenario | På dansk | In English |', '|---|---|---|', ...rows].join('\n');
}
