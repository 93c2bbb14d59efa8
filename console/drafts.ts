/** What the forms hold; kept while another tab is shown. */
import type { PlainDate } from '../components/shared/i18n/dates.js';
import { bodyOf, changedBody, firstValues, valuesOf, type Values } from './fields.js';
import { idOf, writableOf, type Item, type Resource } from './resource.js';

export interface Draft {
  /** By field name. What is not typed is what is stored, or a default of the day. */
  readonly typed: Values;
  /** What is being changed, as it was read; undefined: something new. */
  readonly stored?: Item | undefined;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const untouched: Draft = { typed: {} };

/** By the resource's id, as all of this file. */
const drafts = new Map<string, Draft>();
const underWay = new Set<string>();

export const draftOf = ({ id }: Resource): Draft => drafts.get(id) ?? untouched;

export function keepDraft({ id }: Resource, draft: Draft): void {
  drafts.set(id, draft);
}

export function dropDraft({ id }: Resource): void {
  drafts.delete(id);
}

/** The id of what is being changed. */
export const changedId = (resource: Resource, { stored }: Draft) => stored && idOf(resource, stored);

/** What the form shows. */
export function valuesOfDraft({ fields }: Resource, { typed, stored }: Draft, today: PlainDate): Values {
  return { ...(stored ? valuesOf(fields, stored) : firstValues(fields, today)), ...typed };
}

/** What the form sends. */
export function requestOf(resource: Resource, draft: Draft, today: PlainDate): Request {
  const { path, fields } = resource;
  const values = valuesOfDraft(resource, draft, today);
  if (!draft.stored) return { method: 'POST', path, body: bodyOf(fields, values) };
  const body = changedBody(fields, values, writableOf(resource, draft.stored));
  return { method: 'PUT', path: `${path}/${idOf(resource, draft.stored)}`, body };
}

/** An edit ends when it is stored; what was typed meanwhile goes on from what is stored now. */
export function settleEdit(resource: Resource, sent: Draft, stored: Item): void {
  if (!sent.stored) return;
  const draft = draftOf(resource);
  if (draft === sent) dropDraft(resource);
  else if (changedId(resource, draft) === changedId(resource, sent))
    keepDraft(resource, { ...draft, stored });
}

/** Sends unless something is being sent from the same form: undefined then. */
export async function once<T>({ id }: Resource, send: () => Promise<T>): Promise<T | undefined> {
  if (underWay.has(id)) return undefined;
  underWay.add(id);
  try {
    return await send();
  } finally {
    underWay.delete(id);
  }
}
