import assert from 'node:assert/strict';
import { test } from '../testing/node-test.js';
import { defaultSettings, readAddress, writeAddress } from '../../console/address.js';

test('every setting goes into the address and comes out again', () => {
  const settings = {
    clock: { now: '2026-11-22T09:00:00.000Z', running: true },
    persona: 'company',
    scenario: 'many',
    latencyMs: 250,
    indexDelayMs: 0,
    conditions: { idempotency: false, ifMatch: false },
    faults: [{ match: 'GET /activities?page=1*', status: 503 }],
  } as const;
  const search = writeAddress('?andet=1&tab=gammel', 'sager', 'en', {
    ...settings,
    faults: [...settings.faults],
  });
  assert.deepEqual(readAddress(search), {
    tab: 'sager',
    lang: 'en',
    settings: { ...settings, clock: { now: '2026-11-22T10:00:00+01:00', running: true } },
  });
  assert.equal(new URLSearchParams(search).get('andet'), '1');
});

test('what a link does not name is the default; a link that names nothing leaves the pilot alone', () => {
  assert.deepEqual(readAddress('?persona=citizen').settings, { ...defaultSettings, persona: 'citizen' });
  assert.deepEqual(readAddress('?tab=log&lang=da&utm=1'), { tab: 'log', lang: 'da', settings: null });
  const search = writeAddress('?latency=5&faults=[]', 'log', 'da', defaultSettings);
  assert.equal(search, '?tab=log&lang=da&scenario=default&clock=real&persona=all');
  assert.deepEqual(readAddress(search).settings, defaultSettings);
});

test('a clock written by hand keeps its plus; faults that are not JSON are left for the pilot to refuse', () => {
  assert.equal(
    readAddress('?clock=2026-11-22T10:00:00+01:00').settings?.clock.now,
    '2026-11-22T10:00:00+01:00',
  );
  assert.deepEqual(readAddress('?faults={x').settings?.faults, ['{x']);
  assert.equal(readAddress('?lang=fr').lang, null);
});
