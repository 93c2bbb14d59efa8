/** A wrong `backend-url`, and backends that answer nonsense: said on screen, one warning, one event, no exception. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openPage, recordEvents } from './browser-page.mjs';
import { hostPage, KIT, listen, serveSite } from './servers.mjs';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** The wrong backends, by the start of the path. */
const BACKENDS = {
  html: (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Velkommen</h1>'),
  'html-as-json': (response) => response.writeHead(200, JSON_TYPE).end('<h1>Velkommen</h1>'),
  shape: (response) => response.writeHead(200, JSON_TYPE).end('{"status": "ok"}'),
  list: (response) => response.writeHead(200, JSON_TYPE).end('[]'),
  empty: (response) => response.writeHead(200, JSON_TYPE).end(),
  large: (response) => response.writeHead(200, JSON_TYPE).end(`{"activities": ["${'x'.repeat(9_000_000)}"]}`),
  silent: () => {},
  drip: async (response) => {
    response.writeHead(200, JSON_TYPE).write('{"activities": [');
    while (!response.destroyed) {
      response.write(' ');
      await delay(50);
    }
  },
};

function startBackends(t) {
  return listen(t, (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    return BACKENDS[request.url.split('/')[1]](response);
  });
}

const SET_UP_WRONGLY = { da: 'Siden er sat forkert op', en: 'This page is set up wrongly' };
const UNREADABLE = {
  da: 'Vi kan ikke læse svaret fra systemet',
  en: 'We cannot read the answer from the system',
};
const OTHER_SHAPE = {
  da: 'Svaret fra systemet mangler noget',
  en: 'The answer from the system lacks something',
};
const TOO_LONG = { da: 'Det tog for lang tid', en: 'It took too long' };

const answer = (name, heading, detail) => ({ addresses: [`BACKENDS/${name}`], heading, detail });
const unreadable = (name) => answer(name, UNREADABLE, { kind: 'contract', status: 200, retryable: true });
const otherShape = (name) => answer(name, OTHER_SHAPE, { kind: 'contract', retryable: true });
const tooLong = (name) => answer(name, TOO_LONG, { kind: 'timeout', retryable: true });

/** The slow ones first, side by side with the others. */
const CASES = {
  'an answer that drips for ever': tooLong('drip'),
  'no answer': tooLong('silent'),
  '9 MB': unreadable('large'),
  'addresses that are none': {
    addresses: [
      '',
      '   ',
      'http://[',
      "javascript:alert('x')",
      'data:application/json,{}',
      'ftp://backend.example/',
      'blob:http://127.0.0.1/x',
      'https://user:secret@backend.example/',
    ],
    heading: SET_UP_WRONGLY,
    detail: { kind: 'config', retryable: false },
  },
  'HTML instead of JSON': unreadable('html'),
  'HTML that is called JSON': unreadable('html-as-json'),
  '200 with another shape': otherShape('shape'),
  'a bare list': otherShape('list'),
  'nothing at all': otherShape('empty'),
};

const LANGUAGES = ['da', 'en'];

/** Opens a page with an element for each address in each language, and waits until all have failed. */
async function openFailing(t, backends, addresses, languages = LANGUAGES) {
  const lists = addresses.flatMap((address) =>
    languages.map(
      (lang) =>
        `<skranke-deadline-list lang="${lang}" backend-url="${address.replace('BACKENDS', backends)}"><p>Ring 12 34 56 78.</p></skranke-deadline-list>`,
    ),
  );
  const origin = await serveSite(
    t,
    { '/': hostPage({ head: KIT, body: lists.join('') }) },
    { connect: [backends] },
  );
  const opened = await openPage(t, origin, { allowed: [backends] });
  const recorded = await recordEvents(opened.page);
  await opened.page.goto(origin);
  const started = performance.now();
  await recorded.waitForEvent('skranke-error', lists.length);
  return { ...opened, ...recorded, seconds: (performance.now() - started) / 1000 };
}

async function checkFailing({ page, problems, warnings, events, seconds }, { addresses, heading, detail }) {
  for (const lang of LANGUAGES) {
    const lists = page.locator(`skranke-deadline-list[lang="${lang}"]:state(error)`);
    assert.equal(await lists.count(), addresses.length);
    for (const list of await lists.all()) {
      await list.getByText(heading[lang]).waitFor();
      await list.getByText('Ring 12 34 56 78.').waitFor();
    }
  }
  const elements = addresses.length * LANGUAGES.length;
  assert.deepEqual(await events(), new Array(elements).fill(['skranke-error', detail]));
  assert.equal(warnings.length, elements, warnings.join('\n'));
  for (const warning of warnings) {
    assert.match(warning, /^\[skranke\] skranke-deadline-list: /);
    assert.doesNotMatch(warning, /secret|alert|Velkommen|backend\.example/);
  }
  assert.deepEqual(problems, []);
  // Contract 2: a read ends within 10 seconds with all its retries. The rest is the machine's.
  assert.ok(seconds < 15, `${seconds} s`);
}

test('each wrong backend-url has its own words, one event and one warning', { concurrency: 3 }, async (t) => {
  const backends = await startBackends(t);
  await Promise.all(
    Object.entries(CASES).map(([name, wrong]) =>
      t.test(name, async (t) => checkFailing(await openFailing(t, backends, wrong.addresses), wrong)),
    ),
  );
});

test('an address that is put right starts the widget; a wrong one again says so once more', async (t) => {
  const { page, warnings, events } = await openFailing(t, await startBackends(t), ['http://['], ['da']);
  const set = (address) =>
    page.evaluate(
      (value) => document.querySelector('skranke-deadline-list').setAttribute('backend-url', value),
      address,
    );
  await set('ftp://backend.example/');
  assert.equal(warnings.length, 1, 'the same failure is told once');
  await page.route('**/right/activities?*', (route) =>
    route.fulfill({
      json: { currentPage: 0, totalPages: 1, elementsOnPage: 0, totalElements: 0, activities: [] },
    }),
  );
  await set('/right');
  await page.getByText('Intet venter på virksomheden lige nu').waitFor();
  await set('data:,');
  await page.locator('skranke-deadline-list').getByText(SET_UP_WRONGLY.da).waitFor();
  assert.deepEqual(
    (await events()).map(([type]) => type),
    ['skranke-error', 'skranke-ready', 'skranke-error'],
  );
});
