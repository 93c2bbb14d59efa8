/** Consent requests on a page, against the pilot, for tests. */
import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import { record } from '../components/shared/testing/expect-event.js';
import { ConsentRequestHarness } from '../components/testing.js';
import type { BrowserPilot } from '../mocks/browser.js';
import { usePilot } from './fixtures.js';

export interface Page {
  readonly consent: ConsentRequestHarness;
  readonly pilot: BrowserPilot;
  /** Everything that the element has told the host, in order. */
  readonly events: readonly CustomEvent[];
  readonly place: HTMLElement;
}

const EVENTS = [
  'skranke-ready',
  'skranke-error',
  'skranke-auth-required',
  'skranke-consent-answered',
  'skranke-consent-withdrawn',
];

/** Puts a second one on the same page, as a second tab would be. */
export async function showAnother(place: HTMLElement, id: string): Promise<Pick<Page, 'consent' | 'events'>> {
  const element = document.createElement('skranke-consent-request');
  element.setAttribute('request-id', id);
  const events = record(element, EVENTS);
  place.append(element);
  const consent = new ConsentRequestHarness(element);
  await consent.settled();
  return { consent, events };
}

/** Shows a request and waits for it. `before` sets the pilot. */
export async function showConsent(
  { id }: { readonly id: string },
  attributes: Record<string, string> = {},
  before?: (pilot: BrowserPilot) => void,
): Promise<Page> {
  const pilot = await usePilot();
  before?.(pilot);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('skranke-consent-request');
  element.setAttribute('request-id', id);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const events = record(element, EVENTS);
  place.append(element);
  const consent = new ConsentRequestHarness(element);
  await consent.settled();
  return { consent, pilot, events, place };
}

/** The writes that the pilot was sent, oldest first. */
export function posts(pilot: BrowserPilot, end = '') {
  return pilot.requests().filter(({ method, path }) => method === 'POST' && path.endsWith(end));
}

/** Types and details of events; without `skranke-ready`. */
export const told = (events: readonly CustomEvent[]) =>
  events
    .filter(({ type }) => type !== 'skranke-ready')
    .map(({ type, detail }) => `${type} ${JSON.stringify(detail)}`);
