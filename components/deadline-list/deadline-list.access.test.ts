import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createBackendClient } from '../shared/backend/client.js';
import './deadline-list.define.js';

const activity = { id: 'f-1', type: 'frist', overskrift: 'Kun for én virksomhed', fristDato: '2031-11-17' };

/** The first of two pages comes; the second is refused. */
const refuseSecondPage: typeof fetch = (input) => {
  const isSecond = (input as string).includes('page=1');
  const body = isSecond ? { type: 'x/not-authenticated', status: 401 } : { activities: [activity] };
  const envelope = { currentPage: 0, totalPages: 2, elementsOnPage: 1, totalElements: 2, ...body };
  const type = isSecond ? 'application/problem+json' : 'application/json';
  const status = isSecond ? 401 : 200;
  return Promise.resolve(
    new Response(JSON.stringify(envelope), { status, headers: { 'Content-Type': type } }),
  );
};

describe('deadline-list: access lost between two pages', () => {
  it('shows nothing of the pages that came', async () => {
    const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: refuseSecondPage });
    const list = await fixture(html`<skranke-deadline-list></skranke-deadline-list>`);
    setTimeout(() => Object.assign(list, { client }));
    await oneEvent(list, 'skranke-auth-required');
    expect(list.shadowRoot?.textContent).not.to.contain(activity.overskrift);
    expect(list.matches(':state(error)')).to.equal(true);
  });
});
