/** A host's own page in a real browser, with the pilot in a service worker and the kit's harnesses. */
import { configure } from 'skranke';
import { startPilot } from 'skranke/mocks/browser';
import { ContactPointPickerHarness, DeadlineListHarness, settled } from 'skranke/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';

let pilot;

beforeAll(async () => {
  pilot = await startPilot({ serviceWorkerUrl: '/mockServiceWorker.js', baseUrl: '/api' });
  await import('skranke/define');
});

beforeEach(() => {
  pilot.reset();
  // Other headers than before, although none: answers of the last test are forgotten.
  configure({ backendUrl: '/api', headers: {} });
  document.body.replaceChildren();
});

function show(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

test('the user opens a deadline', async () => {
  const opened = [];
  show('skranke-deadline-list').addEventListener('skranke-activity-opened', ({ detail }) =>
    opened.push(detail.id),
  );
  await settled();
  const list = DeadlineListHarness.in(document.body);
  await list.open('Indsend årsregnskab');
  expect(opened).toHaveLength(1);
  expect(list.opened('Indsend årsregnskab')).not.toBe('');
});

test('the user finds where to write to', async () => {
  const element = show('skranke-contact-point-picker', {
    'organisation-id': '14d6e9ad-fc0e-3918-0000-00000000f001',
  });
  const picker = new ContactPointPickerHarness(element);
  await picker.settled();
  await picker.search('fornyelse af pas');
  await picker.choose('Fornyelse af pas');
  expect(element.value).toBe('163710ae-5078-350c-0000-0000000f1006');
});

test('on a bad day there is a message and a way to try again', async () => {
  pilot.setScenario('server-error');
  show('skranke-deadline-list');
  await settled();
  const list = DeadlineListHarness.in(document.body);
  expect(list.state).toBe('error');
  pilot.setScenario('default');
  await list.retry();
  await list.settled();
  expect(list.state).toBe('ready');
});
