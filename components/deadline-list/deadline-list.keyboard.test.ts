import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { showList } from '../../stories/deadline-list.fixture.js';
import type { DeadlineListHarness } from './deadline-list.harness.js';

/** Goes on with Tab (or back with Shift+Tab) until the focus is on what has this role and name. */
async function tabTo(list: DeadlineListHarness, what: RegExp, press = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await sendKeys({ press });
    if (what.test(list.focus)) return;
  }
  throw new Error(`Tab never comes to ${String(what)}`);
}

describe('deadline list: the whole main task by keyboard alone', () => {
  it('filters, reads, finds the action, turns a page, and removes a notice', async () => {
    const { list, events } = await showList({ types: 'frist sag besked' });

    await list.shows('17 ting venter på virksomheden 2 frister er overskredet');
    expect(list.announcements, 'a page that opens says nothing of itself').to.deep.equal([]);

    await tabTo(list, /^button Overskredet \(2\)$/);
    await sendKeys({ press: 'Enter' });
    await list.hears('Viser 1–2 af 2');
    expect(list.rows('Afventer')).to.have.length(2);

    await tabTo(list, /^button .*Indsend årsregnskab/);
    await sendKeys({ press: 'Space' });
    await list.shows('Vi har ikke modtaget regnskabet.');
    expect(list.isOpen('Indsend årsregnskab')).to.be.true;

    await tabTo(list, /^link Start nu \(åbner i nyt vindue\)$/);
    expect(list.links[0]).to.contain('https://www.example.dk/selvbetjening/1');

    await tabTo(list, /^button .*Indsend årsregnskab/, 'Shift+Tab');
    await sendKeys({ press: 'Enter' });
    expect(list.isOpen('Indsend årsregnskab')).to.be.false;

    await tabTo(list, /^button Alle \(17\)$/, 'Shift+Tab');
    await sendKeys({ press: 'Enter' });
    await list.hears('Viser 1–12 af 17');

    await tabTo(list, /^button Næste$/);
    await sendKeys({ press: 'Enter' });
    await list.hears('Viser 13–17 af 17');
    expect(list.focus).to.equal('heading Afventer virksomhed');
    expect(list.rows('Afventer')).to.have.length(5);

    await tabTo(list, /^button Fjern beskeden Nye åbningstider$/);
    await sendKeys({ press: 'Enter' });
    await list.hears('er fjernet');
    await list.quiet();
    expect(list.focus).to.equal('heading Beskeder');

    expect(list.announcements).to.deep.equal([
      'Viser 1–2 af 2',
      'Viser 1–12 af 17',
      'Viser 13–17 af 17',
      'Beskeden Nye åbningstider er fjernet.',
    ]);
    expect(events.map(({ type, detail }) => [type, detail as object])).to.deep.equal([
      ['skranke-ready', { complete: true }],
      ['skranke-activity-opened', { id: 'f-1', type: 'frist' }],
      ['skranke-notice-dismissed', { id: 'b-1' }],
    ]);
  }).timeout(30_000);
});
