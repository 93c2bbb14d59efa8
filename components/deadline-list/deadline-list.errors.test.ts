import { expect } from '@open-wc/testing';
import { configure } from '../shared/page-state.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { restorePage, setOnline } from '../shared/testing/page.js';
import type { ScenarioName } from '../../mocks/contract/scenarios.js';
import { allAnswered } from '../../stories/fixtures.js';
import { comeBackAfter, makeList, reads, showList } from '../../stories/deadline-list.fixture.js';

type AuthRequired = CustomEvent<{ retry: () => void }>;

/** A failure by its fault: what is answered instead. */
const FAULTS: Record<string, object> = {
  invalid: { status: 422 },
  'precondition-failed': { status: 412 },
  'in-progress': { status: 409, body: { type: 'urn:x:in-progress', status: 409 } },
  'idempotency-key-reused': { status: 422, body: { type: 'urn:x:idempotency-key-reused', status: 422 } },
  http: { status: 418, body: {} },
};
const SCENARIOS: readonly ScenarioName[] = [
  'forbidden',
  'unauthorised',
  'not-found',
  'server-error',
  'unavailable',
  'rate-limited',
  'contract-broken',
  'html',
  'offline',
];

async function wordsFor(name: string, lang: string): Promise<string> {
  const { list } = await showList({ lang }, (pilot) => {
    const fault = FAULTS[name];
    if (fault) pilot.addFault({ match: '/activities*', ...fault });
    else pilot.setScenario(name as ScenarioName);
  });
  expect(list.state, name).to.equal('error');
  return list.text.replace(list.headings[0]!.slice(2), '');
}

describe('deadline list: each failure has words of its own', () => {
  captureConsole();
  for (const lang of ['da', 'en']) {
    it(`${lang}: all different`, async () => {
      const names = [...SCENARIOS, ...Object.keys(FAULTS)];
      const words: string[] = [];
      for (const name of names) words.push(await wordsFor(name, lang));
      expect(new Set(words).size, words.join('\n')).to.equal(names.length);
    }).timeout(20_000);
  }

  it('never shows or logs what the backend says', async () => {
    const secret = {
      type: 'https://x.dk/problems/secret',
      title: 'HEMMELIGT',
      detail: 'HEMMELIGT',
      status: 500,
    };
    const { list } = await showList({}, (pilot) =>
      pilot.addFault({
        match: '/activities*',
        status: 500,
        body: secret,
        contentType: 'application/problem+json',
      }),
    );
    expect(list.text).to.contain('Der er en fejl i systemet').and.not.to.contain('HEMMELIGT');
  });
});

describe('deadline list: trying again', () => {
  const lines = captureConsole();

  it('says that it loads, then what there is, with the focus on the heading', async () => {
    const { list, pilot, events } = await showList({}, (controls) => controls.setScenario('server-error'));
    expect(list.announcements).to.deep.equal(['Der er en fejl i systemet']);
    pilot.setScenario('default');
    await list.retry();
    await list.hears('17 ting venter');
    expect(list.announcements.slice(1)).to.deep.equal([
      'Henter …',
      '17 ting venter på virksomheden. 2 frister er overskredet.',
    ]);
    expect(list.focus).to.equal('heading Det skal virksomheden tage stilling til');
    expect(events.map(({ type }) => type)).to.deep.equal(['skranke-error', 'skranke-ready']);
  });

  it('says that it failed again, with the focus on the heading', async () => {
    const { list } = await showList({}, (pilot) => pilot.setScenario('server-error'));
    list.forget();
    await list.retry();
    await list.hears('Der er en fejl i systemet');
    expect(list.announcements).to.deep.equal(['Henter …', 'Der er en fejl i systemet']);
    expect(list.focus).to.equal('heading Det skal virksomheden tage stilling til');
  });

  it('does not call back a user who has gone on meanwhile', async () => {
    const { list, pilot } = await showList({}, (controls) => controls.setScenario('server-error'));
    pilot.setScenario('default');
    pilot.setLatency(400);
    await list.retry();
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    elsewhere.focus();
    await list.hears('17 ting venter');
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('writes one line to the console, with a code and no address', async () => {
    await showList({}, (pilot) => pilot.setScenario('forbidden'));
    expect(lines()).to.deep.equal(['[skranke] skranke-deadline-list: not-permitted (403) GET /activities']);
  });
});

describe('deadline list: signed out', () => {
  captureConsole();

  it('at first: asks the host, and comes by its retry', async () => {
    const { list, pilot, events } = await showList({}, (controls) => controls.setScenario('unauthorised'));
    expect(events.map(({ type }) => type)).to.deep.equal(['skranke-auth-required']);
    pilot.setScenario('default');
    (events[0] as AuthRequired).detail.retry();
    await list.shows('17 ting venter');
  });

  it('later: takes everything away, and brings it back as the user had it', async () => {
    const page = await showList({ 'page-size': '5' });
    const { list, pilot, events } = page;
    await list.filterBy('Kommende');
    await list.nextPage('Afventer');
    await list.open('Gennemgå brandudstyr');
    await list.shows('Udstyret skal være');
    const before = list.text;
    pilot.setScenario('unauthorised');
    await comeBackAfter(60, page);
    expect(list.state).to.equal('error');
    expect(list.text).to.contain('Du er ikke logget ind').and.not.to.contain('brandudstyr');
    expect(list.element.shadowRoot!.textContent).not.to.contain('brandudstyr');
    pilot.setScenario('default');
    (events.at(-1) as AuthRequired).detail.retry();
    await list.shows('Udstyret skal være');
    expect(list.text).to.equal(before);
  });

  it('a right that is lost takes everything away too', async () => {
    const page = await showList();
    page.pilot.setPersona('caseworker');
    await comeBackAfter(60, page);
    expect(page.list.text).to.contain('Du har ikke adgang').and.not.to.contain('Indsend årsregnskab');
  });
});

describe('deadline list: off the net and back', () => {
  captureConsole();
  afterEach(restorePage);

  it('comes by itself as soon as the browser is on the net', async () => {
    setOnline(false);
    const { list, pilot } = await showList({}, (controls) => controls.setScenario('offline'));
    expect(list.text).to.contain('Du er ikke på nettet');
    pilot.setScenario('default');
    setOnline(true);
    await list.shows('17 ting venter');
  });

  it('keeps what it has, and catches up', async () => {
    const page = await showList();
    const { list, pilot } = page;
    setOnline(false);
    pilot.setScenario('offline');
    await comeBackAfter(60, page);
    await list.shows('Listen er måske ikke den nyeste');
    expect(list.text).to.contain('Du er ikke på nettet').and.to.contain('17 ting venter');
    pilot.setScenario('default');
    setOnline(true);
    await allAnswered();
    await list.quiet();
    expect(list.text).not.to.contain('måske');
  });

  it('does not ask when nothing was missed', async () => {
    const { list, pilot } = await showList();
    setOnline(true);
    await list.quiet();
    expect(reads(pilot)).to.have.length(1);
  });
});

describe('deadline list: a wrong backend-url', () => {
  const lines = captureConsole();
  for (const address of [
    'http://[',
    'javascript:alert(1)',
    'data:,x',
    'ftp://example.dk',
    'https://a:b@example.dk',
  ]) {
    it(`${address}: one message, one warning, one event, no retry`, async () => {
      const { list, events } = await showList({ 'backend-url': address });
      expect(list.text).to.contain('Siden er sat forkert op');
      expect(list.buttons).to.deep.equal([]);
      expect(events.map(({ type, detail }) => [type, (detail as { kind: string }).kind])).to.deep.equal([
        ['skranke-error', 'config'],
      ]);
      expect(lines()).to.deep.equal([
        '[skranke] skranke-deadline-list: config backend-url is not a usable http(s) address',
      ]);
    });
  }

  it('none at all: says so', async () => {
    const { list, place } = await makeList();
    configure({ backendUrl: undefined });
    place.append(list.element);
    await list.settled();
    expect(list.text).to.contain('Siden er sat forkert op');
    expect(lines()).to.deep.equal(['[skranke] skranke-deadline-list: config backend-url is missing']);
  });

  it('comes to life when the host corrects it', async () => {
    const { list, pilot } = await showList({ 'backend-url': 'ftp://example.dk' });
    list.element.backendUrl = pilot.baseUrl;
    await list.shows('17 ting venter');
  });

  it('shows the host’s own content below', async () => {
    const { list, place } = await makeList({ 'backend-url': 'ftp://example.dk' });
    list.element.textContent = 'Ring til os';
    place.append(list.element);
    await list.settled();
    expect(list.one('heading', 'Det skal')).to.exist;
    expect(list.element.shadowRoot!.querySelector('slot')!.assignedNodes()).to.have.length(1);
  });
});
