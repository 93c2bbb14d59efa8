/** A backend with two small authorities, for tests of what changes while a picker is on the page. */
import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import { SkrankeContactPointPicker } from '../components/contact-point-picker/contact-point-picker.js';
import { ContactPointPickerHarness } from '../components/contact-point-picker/contact-point-picker.harness.js';
import { createBackendClient, type BackendClient } from '../components/shared/backend/client.js';
import { defineWidget } from '../components/shared/define-widget.js';
import { json, problem } from '../components/shared/testing/fake-fetch.js';
import { EVENTS } from './contact-point-picker.fixture.js';
import { record } from '../components/shared/testing/expect-event.js';

const BACKEND = 'https://backend.test';

interface Wire {
  readonly id: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

const point = (
  id: string,
  name: string,
  organisationId: string,
  more: Record<string, unknown> = {},
): Wire => ({
  id,
  name,
  organisationId,
  description: `Om ${name}`,
  targets: ['CITIZEN'],
  active: true,
  visible: true,
  contactGroups: [],
  searchTerms: [],
  ...more,
});

const field = (name: string) => ({ recommendedAttributes: [{ id: 1, name }] });

/** What the backend holds; a test may change it. */
export class TwoAuthorities {
  readonly points: Wire[] = [
    point('a', 'Pas', 'alfa', field('Sagsnummer')),
    point('c', 'Barn', 'alfa', { ...field('Barnets navn'), contactGroups: [{ id: 'g' }] }),
    point('b', 'Skat', 'beta'),
    point('firma', 'Firma', 'alfa', { targets: ['COMPANY'], visible: false }),
  ];
  /** Where its only group says whose it is. */
  groupOwner: Record<string, unknown> = { organisation: { id: 'alfa' } };
  readonly asked: string[] = [];
  /** Answers in place of the usual ones, by path; each once. */
  readonly faults = new Map<string, Response>();
  /** `Content-Language` of all that is said. */
  lang: string | undefined;
  readonly fetch: typeof fetch = (input) => Promise.resolve(this.#answer(new URL(input as string)));
  readonly client: BackendClient = createBackendClient({ backendUrl: BACKEND, fetch: this.fetch });

  #answer({ pathname, searchParams, search }: URL): Response {
    this.asked.push(`${pathname}${search}`);
    const fault = this.faults.get(pathname);
    this.faults.delete(pathname);
    if (fault) return fault;
    const [, resource = '', id = '', part] = pathname.split('/');
    const own = searchParams.get('organisationId');
    const list = (name: string, items: readonly unknown[]) =>
      this.#say({ currentPage: 0, totalPages: 1, totalElements: items.length, [name]: items });
    const units = ['alfa', 'beta'].map((unit) => ({ id: unit, name: unit === 'alfa' ? 'Alfa' : 'Beta' }));
    if (part === 'deep-links') {
      const links = [{ targets: ['CITIZEN'], url: `https://post.borger.dk/send/x/${id}/` }];
      return this.#say({ deepLinks: links });
    }
    if (resource === 'organisations') return this.#say(units.find((one) => one.id === id));
    if (resource === 'recipients')
      return list(
        'recipients',
        units.map((one) => ({ ...one, kind: 'organisation', organisationId: one.id })),
      );
    const group = { id: 'g', name: 'Familie', targets: [], ...this.groupOwner };
    if (resource === 'contact-groups')
      return id ? this.#say(group) : list('contactGroups', own === 'alfa' ? [group] : []);
    const found = this.points.find((one) => one.id === id);
    if (id) return found ? this.#say(found) : problem('not-found', 404);
    return list(
      'contactPoints',
      this.points.filter(({ organisationId }) => organisationId === own),
    );
  }

  #say(body: unknown): Response {
    return json(body, this.lang === undefined ? {} : { headers: { 'Content-Language': this.lang } });
  }
}

/** Shows a picker of these authorities. */
export async function showOne(
  attributes: Record<string, string>,
  backend = new TwoAuthorities(),
  /** Without a client of its own it takes the one of `configure()`. */
  client: BackendClient | null = backend.client,
) {
  defineWidget('skranke-contact-point-picker', SkrankeContactPointPicker);
  const element = new SkrankeContactPointPicker();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.name = 'til';
  element.client = client;
  const events = record(element, EVENTS);
  const form = await fixture<HTMLFormElement>(html`<form></form>`);
  form.append(element);
  const picker = new ContactPointPickerHarness(element);
  await picker.settled();
  return { picker, element, backend, events, form };
}
