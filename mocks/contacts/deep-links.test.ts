/** Deep links: one row a URL, only for what can be used, with the pilot environments' patterns (domain notes 2). */
import assert from 'node:assert/strict';
import { test } from '../testing/node-test.js';
import { testPilot, type TestPilot } from '../testing/test-pilot.js';
import { FJORDBY_ID as ORG, namedIds } from './ids.js';

const { point: p, group: g } = namedIds;

const borger = (kind: 'send' | 'contact', id: string) => ({
  targets: ['CITIZEN'],
  platform: 'borger.dk',
  url: `https://post.demo.borger.dk/${kind}/${ORG}/${id}/`,
});
const virk = (targets: readonly string[], id: string) => ({
  targets: [...targets],
  platform: 'virk.dk',
  url: `https://pilot.virk.dk/digitalpost/new/${ORG}/${id}/`,
});

async function linksOf(ask: TestPilot['ask'], kind: 'point' | 'group', id: string): Promise<unknown> {
  const answer = await ask('GET', `/contact-${kind}s/${id}/deep-links`);
  assert.equal(answer.status, 200);
  return answer.body;
}

test('a point: borger.dk for citizens, Virk for companies and authorities together', async () => {
  const { ask } = testPilot();
  const both = [borger('send', p.ordinary), virk(['COMPANY', 'AUTHORITY'], p.ordinary)];
  assert.deepEqual(await linksOf(ask, 'point', p.ordinary), { deepLinks: both });
  for (const [id, links] of [
    [p.citizenOnly, [borger('send', p.citizenOnly)]],
    [p.companyOnly, [virk(['COMPANY'], p.companyOnly)]],
    [p.authorityOnly, [virk(['AUTHORITY'], p.authorityOnly)]],
    [p.companyAndAuthority, [virk(['COMPANY', 'AUTHORITY'], p.companyAndAuthority)]],
  ] as const)
    assert.deepEqual(await linksOf(ask, 'point', id), { deepLinks: links });
});

test('a hidden point has its links: that is what hiding is for', async () => {
  const { ask } = testPilot();
  const links = [borger('send', p.hidden), virk(['COMPANY', 'AUTHORITY'], p.hidden)];
  assert.deepEqual(await linksOf(ask, 'point', p.hidden), { deepLinks: links });
});

test('no link, and why: inactive wins over no receiving system', async () => {
  const { ask } = testPilot();
  for (const [kind, id, reason] of [
    ['point', p.inactive, 'inactive'],
    ['point', p.hiddenAndInactive, 'inactive'],
    ['point', p.noReceivingSystem, 'no-receiving-system'],
    ['group', g.empty, 'no-active-points'],
    ['group', g.inactiveOnly, 'no-active-points'],
  ] as const)
    assert.deepEqual(await linksOf(ask, kind, id), { deepLinks: [], reason });
  const { body } = await ask('GET', `/digital-post/contact-points/${p.noReceivingSystem}`);
  await ask('PUT', `/digital-post/contact-points/${p.noReceivingSystem}`, {
    body: { ...(body as object), active: false },
  });
  assert.deepEqual(await linksOf(ask, 'point', p.noReceivingSystem), { deepLinks: [], reason: 'inactive' });
});

test('a group: one link for each platform that its active points and those below have', async () => {
  const { ask } = testPilot();
  for (const [id, links] of [
    [g.root, [borger('contact', g.root), virk(['COMPANY', 'AUTHORITY'], g.root)]],
    [g.id, [borger('contact', g.id)]],
    [g.passport, [borger('contact', g.passport)]],
    [g.companyOnly, [virk(['COMPANY'], g.companyOnly)]],
    [g.hiddenOnly, [borger('contact', g.hiddenOnly), virk(['COMPANY', 'AUTHORITY'], g.hiddenOnly)]],
  ] as const)
    assert.deepEqual(await linksOf(ask, 'group', id), { deepLinks: links }, id);
});

test('links appear when a point becomes active, and go when it stops, the groups above it too', async () => {
  const { ask } = testPilot();
  const path = `/digital-post/contact-points/${p.inactive}`;
  const { body } = await ask('GET', path);
  const both = [borger('contact', g.inactiveOnly), virk(['COMPANY', 'AUTHORITY'], g.inactiveOnly)];
  await ask('PUT', path, { body: { ...(body as object), active: true } });
  assert.deepEqual(await linksOf(ask, 'group', g.inactiveOnly), { deepLinks: both });
  assert.equal(((await linksOf(ask, 'point', p.inactive)) as { deepLinks: unknown[] }).deepLinks.length, 2);
  await ask('PUT', path, { body: { ...(body as object), active: true, targets: ['COMPANY'] } });
  assert.deepEqual(await linksOf(ask, 'group', g.inactiveOnly), {
    deepLinks: [virk(['COMPANY'], g.inactiveOnly)],
  });
  await ask('PUT', path, { body: { ...(body as object), active: true, receivingSystem: null } });
  const none = { deepLinks: [], reason: 'no-active-points' };
  assert.deepEqual(await linksOf(ask, 'group', g.inactiveOnly), none);
  assert.deepEqual(await linksOf(ask, 'point', p.inactive), { deepLinks: [], reason: 'no-receiving-system' });
});
