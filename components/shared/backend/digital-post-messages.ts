/**
 * Messages of Digital Post: look-up, the recipient's number, recall (contract, section 3). The reader is tolerant: only
 * id and title are needed, any other bad field becomes absent.
 */
import { parseDate, parseInstant, type Lang, type PlainDate } from '../i18n/dates.js';
import type { Answer, BackendClient } from './client.js';
import { Fields } from './read-fields.js';

/** Sender or recipient. */
export interface Party {
  /** CVR: 8 digits. CPR: 10 digits, or masked by the backend: six digits and `****`. */
  readonly number: string;
  readonly name: string | undefined;
}

/** One piece of Digital Post (meddelelse). */
export interface Message {
  /** 8-4-4-4-12 hex digits in lower case (MeddelelsesID). */
  readonly id: string;
  readonly title: string;
  readonly sender: Party | undefined;
  readonly recipient: Party | undefined;
  /** The date it is set to be delivered (valørdato). */
  readonly valueDate: PlainDate | undefined;
  readonly status: string | undefined;
  /** RFC 3339 with an offset, as the backend sent it. */
  readonly recalledAt: string | undefined;
  /** The server's word on a recall: whether, why not (any text), and the last date. */
  readonly allowed: boolean | undefined;
  readonly reason: string | undefined;
  readonly until: PlainDate | undefined;
  /** Names of fields that were not as the contract says. */
  readonly badFields: readonly string[];
}

/** What each request about a message says. */
export interface MessageRequest {
  /** 8-4-4-4-12 hex digits in lower case. */
  readonly id: string;
  readonly lang: Lang;
  readonly signal?: AbortSignal;
}

/** The problems of a recall, all 409; `rejected` is the pilot's (docs/adr/0007). */
export const RECALL_PROBLEMS = [
  'no-value-date',
  'value-date-passed',
  'already-recalled',
  'already-delivered',
  'rejected',
] as const;

const PATH = '/messages/{id}';
const NUMBER = /^(\d{8}|\d{6}(\d{4}|\*{4}))$/;

/** Also a number with its hyphen, or sent as a JSON number. */
function numberOf(value: unknown, shape = NUMBER): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const digits = text.replaceAll(/[-\s]/g, '');
  return shape.test(digits) ? digits : undefined;
}

const instantOf = (text: string) => (parseInstant(text) === undefined ? undefined : text);
const flagOf = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
const objectOf = (value: unknown) => (typeof value === 'object' ? value : undefined);

function readParty(message: Fields, field: 'sender' | 'recipient', bad: Set<string>): Party | undefined {
  const party = new Fields(message.get(field, objectOf), bad, `${field}.`);
  const number = party.get(`${field}ID`, numberOf);
  return number ? { number, name: party.text('label') } : undefined;
}

/** Reads a message; undefined for one without id or title. */
export function readMessage(body: unknown): Message | undefined {
  const bad = new Set<string>();
  const wire = new Fields(body, bad);
  const recall = new Fields(wire.get('recall', objectOf), bad, 'recall.');
  const id = wire.id('messageUUID')?.toLowerCase();
  const title = wire.text('label');
  if (!id || !title) return undefined;
  return {
    id,
    title,
    sender: readParty(wire, 'sender', bad),
    recipient: readParty(wire, 'recipient', bad),
    valueDate: wire.parsed('doNotDeliverUntilDate', parseDate),
    status: wire.text('status'),
    recalledAt: wire.parsed('recalledAt', instantOf),
    allowed: recall.get('allowed', flagOf),
    reason: recall.text('reason'),
    until: recall.parsed('until', parseDate),
    badFields: [...bad],
  };
}

/** Never another message than the one that was asked for: it would be recalled in its place. */
const readOnly = (id: string) => (body: unknown) => {
  const message = readMessage(body);
  return message?.id.replaceAll('-', '') === id.replaceAll('-', '') ? { ...message, id } : undefined;
};

/** Looks a message up, never from an answer of a moment ago. */
export function getMessage(client: BackendClient, request: MessageRequest): Promise<Answer<Message>> {
  const { id, ...rest } = request;
  return client.get({ ...rest, path: PATH, params: { id }, read: readOnly(id), fresh: true });
}

/** The recipient's whole number (10 digits), for a person who has asked to see it. */
export function getRecipientNumber(client: BackendClient, request: MessageRequest): Promise<Answer<string>> {
  const { id, ...rest } = request;
  const read = (body: unknown) =>
    new Fields(body, new Set()).get('recipientID', (value) => numberOf(value, /^\d{10}$/));
  return client.get({ ...rest, path: `${PATH}/recipient`, params: { id }, read });
}

/** Recalls a message. An answer that does not say when it was recalled is none. */
export function recallMessage(
  client: BackendClient,
  request: MessageRequest & { idempotencyKey: string; ifMatch: string | undefined },
): Promise<Answer<Message>> {
  const { id, ...rest } = request;
  const read = (body: unknown) => {
    const message = readOnly(id)(body);
    return message?.status === 'RECALLED' && message.recalledAt ? message : undefined;
  };
  const path = `${PATH}/recall`;
  return client.send({ ...rest, method: 'POST', path, params: { id }, read, problems: RECALL_PROBLEMS });
}
