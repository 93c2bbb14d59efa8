/** Operations of the seeded run by the citizen, the case worker and the authority that writes to them. */
import { consentTestIds } from '../consents/test-ids.js';
import { exampleTemplateBody } from '../contract/consents-examples.js';
import { messageTestIds } from '../messages/test-ids.js';
import { pick, type Next } from '../pilot/random.js';
import type { Operation } from './replay.js';

const MESSAGES = Object.values(messageTestIds).map(({ id }) => id) as [string, ...string[]];
const REQUESTS = Object.values(consentTestIds).map(({ id }) => id) as [string, ...string[]];
const DATES = ['2026-11-22', '2026-11-23', '2027-03-28', '2031-01-01', '2026-02-30', null] as const;

const json = (value: unknown) => ({ body: JSON.stringify(value) });

function headersOf(next: Next, personas: readonly [string, ...string[]]): Record<string, string> {
  const token = next() < 0.7 ? { Authorization: `Bearer pilot-${pick(next, personas)}` } : {};
  const key = next() < 0.4 ? { 'Idempotency-Key': `key-${Math.floor(next() * 12)}` } : {};
  return { 'Accept-Language': 'da', ...token, ...key };
}

/** An id of the loaded data, or one that the pilot may have made by now. */
const someRequest = (next: Next) =>
  next() < 0.8 ? pick(next, REQUESTS) : `cr-${Math.floor(1001 + next() * 40)}`;

/** Reads, answers and withdraws. */
export function citizen(next: Next): Operation {
  const path = `/consent-requests/${someRequest(next)}`;
  const headers = headersOf(next, ['citizen', 'citizen', 'all', 'company']);
  const etag = next() < 0.1 ? ({ etagAs: 'If-Match' } as const) : {};
  const kind = next();
  if (kind < 0.4) return { method: 'GET', path, headers };
  if (kind < 0.6) {
    const consent = pick(next, ['c-1', 'c-2', 'c-9']);
    return { method: 'POST', path: `${path}/consents/${consent}/withdrawal`, headers, ...etag };
  }
  const decision = pick(next, ['given', 'given', 'refused', 'måske']);
  const consents = pick(next, [['c-1', 'c-2'], ['c-1', 'c-2'], ['c-1'], ['c-1', 'c-1']]);
  const answer = {
    declarationVersion: next() < 0.85 ? '2026-1' : '2026-2',
    language: next() < 0.9 ? 'da' : 'en',
    decisions: consents.map((consentId) => ({ consentId, decision })),
  };
  return { method: 'POST', path: `${path}/answer`, headers, ...json(answer), ...etag };
}

/** Looks up, sees the recipient and recalls. */
export function caseworker(next: Next): Operation {
  const id = pick(next, MESSAGES);
  const path = `/messages/${next() < 0.2 ? id.toUpperCase() : id}`;
  const headers = headersOf(next, ['caseworker', 'caseworker', 'caseworker-limited', 'citizen']);
  const kind = next();
  if (kind < 0.4) return { method: 'GET', path, headers };
  if (kind < 0.5) return { method: 'GET', path: `${path}/recipient`, headers };
  const etag = next() < 0.1 ? ({ etagAs: 'If-Match' } as const) : {};
  return { method: 'POST', path: `${path}/recall`, headers, ...etag };
}

function template(next: Next): Operation {
  const heading = pick(next, ['Samtykke', 'Samtykke til mere', ' ']);
  const { declaration } = exampleTemplateBody;
  const body = json({ ...exampleTemplateBody, declaration: { ...declaration, heading } });
  const headers = headersOf(next, ['authority', 'authority', 'citizen']);
  if (next() < 0.5) return { method: 'POST', path: '/consents/templates', headers, ...body };
  const id = pick(next, ['tpl-1', 'tpl-2', 'tpl-1001', 'tpl-1010']);
  return { method: 'PUT', path: `/consents/templates/${id}`, headers, ...body };
}

/** Sends messages, makes templates and requests, and looks at what came of them. */
export function writer(next: Next): Operation {
  const headers = headersOf(next, ['authority', 'authority', 'company']);
  const kind = next();
  if (kind < 0.25) return template(next);
  if (kind < 0.45) {
    const cpr = pick(next, ['1112131016', '7101019995', '111213-1016']);
    const body = { templateId: pick(next, ['tpl-1', 'tpl-3', 'tpl-99']), cpr };
    return { method: 'POST', path: '/consents/requests', headers, ...json(body) };
  }
  if (kind < 0.6) {
    const method = next() < 0.8 ? 'GET' : 'DELETE';
    return { method, path: `/consents/requests/${someRequest(next)}`, headers };
  }
  const messages = '/digital-post/messages';
  if (kind < 0.8) return { method: 'GET', path: `${messages}/${pick(next, MESSAGES)}/events`, headers };
  const message = {
    label: 'Brev',
    sender: { senderID: '12345678', idType: 'CVR' },
    recipient: { recipientID: '1112131016', idType: 'CPR' },
    doNotDeliverUntilDate: pick<string | null>(next, DATES),
  };
  return { method: 'POST', path: messages, headers, ...json(message) };
}
