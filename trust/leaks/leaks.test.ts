/** Every story, with canaries in all that the backend says: they may be read in the widget, and stand nowhere else. */
import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { ContactPointPickerHarness } from '../../components/contact-point-picker/contact-point-picker.harness.js';
import type { SkrankeContactPointPicker } from '../../components/contact-point-picker/contact-point-picker.js';
import { createBackendClient } from '../../components/shared/backend/client.js';
import { configure } from '../../components/shared/page-state.js';
import { FakeFetch, json } from '../../components/shared/testing/fake-fetch.js';
import { until, WidgetHarness } from '../../components/shared/testing/harness.js';
import { allAnswered, mountStory, storiesOf } from '../../stories/fixtures.js';
import { save } from '../machine.js';
import type { Widget } from '../subject.js';
import { canariesIn, ERROR, PERSON, TEXT, TOKEN } from './canaries.js';
import { Scanner } from './scanner.js';
import { storyModules } from '../../stories/story-modules.js';

const scanner = new Scanner();
const texts: string[] = [];

async function scan(where: string, show: () => Promise<HTMLElement>): Promise<void> {
  scanner.enter(where);
  const canvas = await show();
  const element = [...canvas.querySelectorAll<Widget>('*')].find(({ localName }) =>
    localName.startsWith('skranke-'),
  )!;
  const harness = new WidgetHarness(element);
  await allAnswered();
  await harness.quiet();
  await scanner.scanPage(canvas);
  texts.push(harness.text);
  // What stays on the page would load again with the next story's pilot.
  canvas.remove();
}

describe('leaks', () => {
  before(() => {
    scanner.start();
    // Not asked for by the stories, and no harm to them: the pilot takes it as who may do everything.
    configure({ getToken: () => TOKEN, headers: { 'X-Canary': ERROR } });
  });
  after(async () => {
    scanner.stop();
    configure({ getToken: undefined, headers: undefined });
    await save('leaks', { ...scanner.counts, leaks: scanner.leaks.length });
  });

  for (const [name, module] of Object.entries(storyModules)) {
    it(`${name}: none in any story`, async function () {
      this.timeout(120_000);
      const before = scanner.leaks.length;
      for (const [story, parts] of storiesOf(module))
        await scan(`${name}, ${story}`, () => mountStory(module, parts, 'da', { isJudged: false }));
      expect(scanner.leaks.slice(before)).to.deep.equal([]);
    });
  }

  it('the canaries really were in the data, and are shown where they belong', () => {
    expect(texts.filter((text) => text.includes(TEXT)).length).to.be.greaterThan(20);
    expect(texts.filter((text) => text.includes(ERROR))).to.deep.equal([]);
  });
});

describe('what the user types', () => {
  it('never comes into an address when it looks like a CPR number', async () => {
    const backend = new FakeFetch(json({ recipients: [] }));
    const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch });
    const picker = await fixture<SkrankeContactPointPicker>(
      html`<skranke-contact-point-picker .client=${client}></skranke-contact-point-picker>`,
    );
    const harness = new ContactPointPickerHarness(picker);
    await harness.settled();
    for (const text of [PERSON, PERSON.replace('-', ''), PERSON.replace('-', ' '), 'Fjordby'])
      await harness.search(text);
    await until('the search', () => backend.calls.some(({ url }) => url.includes('Fjordby')));
    expect(backend.calls.flatMap(({ url }) => canariesIn(url))).to.deep.equal([]);
  });
});

describe('the scanner of leaks', () => {
  it('finds what leaks', async () => {
    const own = new Scanner();
    own.start();
    const place = document.createElement('p');
    place.setAttribute('data-name', TEXT);
    console.warn(TOKEN);
    place.addEventListener('skranke-error', (event) => event.stopPropagation(), { once: true });
    document.dispatchEvent(new CustomEvent('skranke-error', { detail: { title: ERROR } }));
    const holder = document.createElement('div');
    holder.append(place);
    await own.scanPage(holder);
    own.stop();
    expect(own.leaks.map((leak) => leak.split(':')[1]!.trim())).to.deep.equal([
      `${TOKEN} in console lines`,
      `${ERROR} in events`,
      `${TEXT} in attributes`,
    ]);
  });
});
