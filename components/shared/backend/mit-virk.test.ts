import { expect } from '@open-wc/testing';
import { FakeFetch, json } from '../testing/fake-fetch.js';
import { createBackendClient } from './client.js';
import { dismissActivity, getActivities, readActivities } from './mit-virk.js';

const FRIST = { id: 'f-1', type: 'frist', overskrift: 'Moms', fristDato: '01-06-2022' };
const readOne = (raw: unknown) => readActivities({ activities: [raw] });

describe('activity', () => {
  it('is read whole', () => {
    const rest = {
      beskrivelse: '<p>Angiv moms</p>',
      kategori: 'Skat',
      myndighed: 'Skattestyrelsen',
      link: 'https://skat.test/moms',
      linkTekst: 'Angiv',
      status: 'Afventer virksomhed',
      sagsnummer: '22-1',
      tilladelsesnummer: 'T-1',
      fornyelseLink: 'https://skat.test/forny',
    };
    expect(readOne({ ...FRIST, ...rest })?.items).to.deep.equal([
      {
        id: 'f-1',
        type: 'frist',
        title: 'Moms',
        dueDate: '2022-06-01',
        description: '<p>Angiv moms</p>',
        category: 'Skat',
        authority: 'Skattestyrelsen',
        link: 'https://skat.test/moms',
        linkText: 'Angiv',
        status: 'Afventer virksomhed',
        caseNumber: '22-1',
        permitNumber: 'T-1',
        renewalLink: 'https://skat.test/forny',
      },
    ]);
  });

  for (const field of ['id', 'type', 'overskrift', 'fristDato'] as const) {
    it(`that is a deadline is left out without ${field}`, () => {
      const page = readOne({ ...FRIST, [field]: undefined });
      expect([page?.items.length, page?.leftOut]).to.deep.equal([0, 1]);
    });
  }

  it('of another kind does without a date', () => {
    const page = readOne({ ...FRIST, type: 'sag', fristDato: null });
    expect([page?.leftOut, page?.items[0]?.dueDate]).to.deep.equal([0, undefined]);
  });

  it('that says nothing more has an empty description', () => {
    expect(readOne(FRIST)?.items[0]?.description).to.equal('');
  });

  it('that is a deadline is left out when its date does not exist', () => {
    const page = readOne({ ...FRIST, fristDato: '31-02-2022' });
    expect([page?.leftOut, page?.badFields]).to.deep.equal([1, ['fristDato']]);
  });

  it('of an unknown type is left out', () => {
    expect(readOne({ ...FRIST, type: 'faktura' })?.badFields).to.deep.equal(['type']);
  });

  for (const link of ['javascript:alert(1)', 'data:text/html,x', '/moms', 'skat.test', 7]) {
    it(`stays without the link ${link}`, () => {
      const page = readOne({ ...FRIST, link, fornyelseLink: link });
      expect([page?.items[0]?.link, page?.items[0]?.renewalLink]).to.deep.equal([undefined, undefined]);
      expect(page?.badFields).to.deep.equal(['link', 'fornyelseLink']);
    });
  }
});

describe('requests to Mit Virk', () => {
  it('ask for 200 activities of the types', async () => {
    const backend = new FakeFetch(json({ activities: [] }));
    const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch });
    const { signal } = new AbortController();
    await getActivities(client, { types: ['frist', 'sag'], page: 2, lang: 'da', signal, fresh: false });
    expect(backend.only.url).to.equal('https://backend.test/activities?type=frist&type=sag&page=2&size=200');
  });

  it('remove a notice', async () => {
    const backend = new FakeFetch(new Response(null, { status: 204 }));
    const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch });
    const { data } = await dismissActivity(client, { id: 'b/1', lang: 'da', idempotencyKey: 'k' });
    expect(data).to.equal(true);
    const { url, init, headers } = backend.only;
    expect([init.method, url]).to.deep.equal(['POST', 'https://backend.test/activities/b%2F1/dismissal']);
    expect(headers.get('Idempotency-Key')).to.equal('k');
  });
});
