/** The pilot's own controls on the wire. Unknown fields are refused here: a mistyped control must not pass in silence. */
import * as z from 'zod/mini';
import { instant } from './common.js';
import { personas } from './endpoint.js';
import { consentsState } from './consents.js';
import { contactsState } from './contacts-authority.js';
import { messagesState } from './messages.js';
import { mitVirkState } from './mit-virk.js';
import { scenarioNames } from './scenarios.js';

/** `GET /`. */
export const environment = z.object({ environment: z.literal('test'), version: z.string() });

/** `now` as RFC 3339; `running` says whether time goes on from there. */
export const clock = z.object({ now: instant, running: z.boolean() });
/** `now: null` goes back to real time; else time stands still unless `running` is true. */
export const clockBody = z.strictObject({ now: z.nullable(instant), running: z.optional(z.boolean()) });

export const persona = z.enum(personas);
export const personaBody = z.strictObject({ persona });
export const scenarioBody = z.strictObject({ name: z.enum(scenarioNames) });

const milliseconds = z.int().check(z.gte(0), z.lte(3_600_000));
export const millisecondsBody = z.strictObject({ ms: milliseconds });

export const conditions = z.strictObject({ idempotency: z.boolean(), ifMatch: z.boolean() });
export type Conditions = z.infer<typeof conditions>;
export const conditionsBody = z.strictObject({
  idempotency: z.optional(z.boolean()),
  ifMatch: z.optional(z.boolean()),
});

const headerName = z.string().check(z.regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, 'Er ikke et headernavn'));
const headerValue = z.string().check(z.regex(/^[\t\x20-\x7e]*$/, 'Må kun have ASCII-tegn'));

/**
 * A planned failure. `match` is `METHOD /path` or `/path` with `*` for anything; it is compared with the path, and with
 * the query too when it holds a `?`. With only `delayMs` the answer comes late; with none of the rest it comes as usual.
 */
export const fault = z.strictObject({
  match: z
    .string()
    .check(z.regex(/^([A-Z*]+ )?[/*]\S*$/, 'Skal være som GET /activities* eller /activities*')),
  status: z.optional(z.int().check(z.gte(200), z.lte(599))),
  delayMs: z.optional(milliseconds),
  /** Text is sent as it is, anything else as JSON; without it a status from 400 answers a problem. */
  body: z.optional(z.unknown()),
  /** How many requests it strikes; absent: all. */
  times: z.optional(z.int().check(z.gte(1))),
  /** The connection breaks with no answer. */
  network: z.optional(z.boolean()),
  /** The request is carried out first and its answer lost. Else it is not carried out at all. */
  after: z.optional(z.boolean()),
  headers: z.optional(z.record(headerName, headerValue)),
  contentType: z.optional(headerValue),
});
export type Fault = z.infer<typeof fault>;
/** One fault is added; a list replaces all. */
export const faultsBody = z.union([fault, z.array(fault)]);
export const faultList = z.object({ faults: z.array(fault) });

/** One line of the request log; it holds no times, so that two runs can be compared. */
export const loggedRequest = z.object({
  number: z.int(),
  method: z.string(),
  path: z.string(),
  /** As it was sent, without the question mark. */
  query: z.string(),
  /** Null: the token is not one of the pilot's. */
  persona: z.nullable(persona),
  /** Null: no answer (yet), or the connection broke. */
  status: z.nullable(z.int()),
  headers: z.record(z.string(), z.string()),
  /** Parsed when it is JSON, else the text; absent when empty. */
  body: z.optional(z.unknown()),
  /** What was answered, like `body`; a text longer than 2,000 characters is cut and ends with `…`. */
  answer: z.optional(z.unknown()),
});
export type LoggedRequest = z.infer<typeof loggedRequest>;
export const requestLog = z.object({ requests: z.array(loggedRequest) });
/** `?last=50`: only the newest 50. */
export const requestLogQuery = z.object({
  last: z.optional(z.string().check(z.regex(/^\d{1,6}$/, 'Skal være et helt tal'))),
});

/** A finished write that a repeated `Idempotency-Key` gets again. */
export const finishedWrite = z.object({
  key: z.string(),
  fingerprint: z.string(),
  /** Only what was carried out is kept. */
  status: z.int().check(z.gte(200), z.lte(299)),
  headers: z.record(z.string(), z.string()),
  body: z.optional(z.unknown()),
});
export type FinishedWrite = z.infer<typeof finishedWrite>;

const settingFields = {
  clock: z.strictObject({ now: z.nullable(instant), running: z.boolean() }),
  persona,
  scenario: z.enum(scenarioNames),
  latencyMs: milliseconds,
  indexDelayMs: milliseconds,
  conditions,
  faults: z.array(fault),
};

/** What can be set on the pilot, without its data. `clock.now` null: real time. */
export const pilotSettings = z.strictObject(settingFields);
export type PilotSettings = z.infer<typeof pilotSettings>;

/** All of the pilot's state but the request log. */
export const pilotState = z.strictObject({
  ...settingFields,
  /** The number of the next id that the pilot makes: ten digits is what an id has room for. */
  nextId: z.int().check(z.gte(0), z.lte(9_000_000_000)),
  finishedWrites: z.array(finishedWrite),
  services: z.strictObject({
    mitVirk: mitVirkState,
    messages: messagesState,
    consents: consentsState,
    contacts: contactsState,
  }),
});
export type PilotState = z.infer<typeof pilotState>;
