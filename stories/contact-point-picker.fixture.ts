/** A contact point picker on a page, against the pilot, for tests. */
import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import { SkrankeContactPointPicker } from '../components/contact-point-picker/contact-point-picker.js';
import { ContactPointPickerHarness } from '../components/contact-point-picker/contact-point-picker.harness.js';
import { defineWidget } from '../components/shared/define-widget.js';
import { record } from '../components/shared/testing/expect-event.js';
import type { BrowserPilot } from '../mocks/browser.js';
import { FJORDBY_ID } from '../mocks/contacts/ids.js';
import { usePilot } from './fixtures.js';

export interface Page {
  readonly picker: ContactPointPickerHarness;
  readonly pilot: BrowserPilot;
  /** Everything that the picker has told the host, in order. */
  readonly events: readonly CustomEvent[];
  readonly place: HTMLElement;
}

/** All that a picker tells its host. */
export const EVENTS = [
  'skranke-ready',
  'skranke-error',
  'skranke-auth-required',
  'input',
  'change',
  'skranke-contact-point-chosen',
  'skranke-information-changed',
];

/** Attributes of a picker for the citizens of Fjordby Kommune. */
export const fjordby = (more: Record<string, string> = {}) => ({ 'organisation-id': FJORDBY_ID, ...more });

/** Makes a picker that is not on the page yet. */
export async function makePicker(
  attributes: Record<string, string> = fjordby(),
  before?: (pilot: BrowserPilot) => void,
): Promise<Page> {
  const pilot = await usePilot();
  before?.(pilot);
  defineWidget('skranke-contact-point-picker', SkrankeContactPointPicker);
  const element = new SkrankeContactPointPicker();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const events = record(element, EVENTS);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  return { picker: new ContactPointPickerHarness(element), pilot, events, place };
}

/** Shows a picker and waits for it. `before` sets the pilot. */
export async function showPicker(
  attributes?: Record<string, string>,
  before?: (pilot: BrowserPilot) => void,
): Promise<Page> {
  const page = await makePicker(attributes, before);
  page.place.append(page.picker.element);
  await page.picker.settled();
  return page;
}

/** Types and details of events. */
export const told = (events: readonly CustomEvent[]) =>
  events.map(({ type, detail }) => (detail ? `${type} ${JSON.stringify(detail)}` : type));
