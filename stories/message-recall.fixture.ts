/** A message recall on a page, against the pilot, for tests. */
import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import { record } from '../components/shared/testing/expect-event.js';
import { MessageRecallHarness } from '../components/testing.js';
import type { BrowserPilot } from '../mocks/browser.js';
import { usePilot } from './fixtures.js';

export interface Page {
  readonly recall: MessageRecallHarness;
  readonly pilot: BrowserPilot;
  /** Everything that it has told the host, in order: type, and detail as JSON. */
  readonly told: () => string[];
  readonly place: HTMLElement;
}

const EVENTS = ['skranke-ready', 'skranke-error', 'skranke-auth-required', 'skranke-message-recalled'];

/** Puts one more on the page, and waits for it. */
export async function addRecall(pilot: BrowserPilot, messageId?: string): Promise<Page> {
  const element = document.createElement('skranke-message-recall');
  if (messageId !== undefined) element.setAttribute('message-id', messageId);
  const events = record(element, EVENTS);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.append(element);
  const recall = new MessageRecallHarness(element);
  await recall.settled();
  const told = () => events.map(({ type, detail }) => `${type} ${JSON.stringify(detail)}`);
  return { recall, pilot, told, place };
}

/** Shows one and waits for it. `before` sets the pilot. */
export async function showRecall(messageId?: string, before?: (pilot: BrowserPilot) => void): Promise<Page> {
  const pilot = await usePilot();
  before?.(pilot);
  return addRecall(pilot, messageId);
}

/** The recalls that were asked for, as the pilot's log has them. */
export function recalls(pilot: BrowserPilot) {
  return pilot.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/recall'));
}

/** Their idempotency keys, each once. */
export function keys(pilot: BrowserPilot): readonly string[] {
  return [...new Set(recalls(pilot).map(({ headers }) => headers['idempotency-key'] ?? ''))];
}

/** How often the log of messages says 'Tilbagekaldt'. */
export async function stored(pilot: BrowserPilot, id: string): Promise<number> {
  const answer = await fetch(`${pilot.baseUrl}/digital-post/messages/${id}/events`);
  const { events } = (await answer.json()) as { events: { event: string }[] };
  return events.filter(({ event }) => event === 'Tilbagekaldt').length;
}

/** Waits until it has loaded again, after a change that makes it. */
export async function restarted(recall: MessageRecallHarness): Promise<void> {
  await recall.element.updateComplete;
  await recall.settled();
}
