import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { configure } from '../shared/page-state.js';
import { axeFindings } from '../shared/testing/axe.js';
import { catchFiles } from '../shared/testing/catch-files.js';
import { expectEvent, record } from '../shared/testing/expect-event.js';
import { FakeTime, flush } from '../shared/testing/fake-time.js';
import { resetConfiguration } from '../shared/testing/page.js';
import {
  BORGER,
  forCitizens,
  forOthers,
  GROUP,
  links,
  mount,
  ORGANISATION,
  POINT,
  replaceClipboard,
  restoreClipboard,
  scanFile,
  VIRK,
} from './testing/fixtures.js';

const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));

/** Puts the copied texts where the test finds them. */
function allowCopies(): string[] {
  const copies: string[] = [];
  replaceClipboard((text) => {
    copies.push(text);
    return Promise.resolve();
  });
  return copies;
}

describe('copying a link', () => {
  afterEach(restoreClipboard);

  it('puts exactly the address on the clipboard, says so, and tells the host', async () => {
    const copies = allowCopies();
    const { card } = await mount(links(forCitizens, forOthers));
    const [event] = await expectEvent(card.element, ['skranke-link-copied'], () => card.copy('virksomheder'));
    expect(event?.detail).to.deep.equal({ audience: 'business', url: VIRK });
    expect([event?.bubbles, event?.composed]).to.deep.equal([true, true]);
    expect(copies).to.deep.equal([VIRK]);
    await card.hears('Linket er kopieret.');
    expect(card.text.match(/Linket er kopieret\./g)).to.have.length(1);
    expect(card.focus).to.equal('button Kopiér link (virksomheder og myndigheder)');
    expect(await axeFindings(card.element)).to.deep.equal([]);
  });

  it('names the audience that the card is for', async () => {
    allowCopies();
    const { card } = await mount(links(forOthers), { pointId: POINT, audience: 'authority' });
    const [event] = await expectEvent(card.element, ['skranke-link-copied'], () => card.copy());
    expect(event?.detail).to.deep.equal({ audience: 'authority', url: VIRK });
  });

  for (const [what, clipboard] of [
    ['is refused', refuse],
    ['does not exist', undefined],
  ] as const) {
    it(`selects the address where the clipboard ${what}, and says what to do`, async () => {
      replaceClipboard(clipboard);
      const { card } = await mount(links(forCitizens, forOthers));
      const copied = record(card.element, ['skranke-link-copied']);
      await card.copy('myndigheder');
      await card.hears(/Linket er markeret: Tryk Ctrl\+C/);
      expect(String(getSelection())).to.equal(VIRK);
      expect(card.text).to.contain('Linket er markeret: Tryk Ctrl+C');
      expect(card.focus).to.equal('button Kopiér link (virksomheder og myndigheder)');
      expect(copied).to.deep.equal([]);
      expect(await axeFindings(card.element)).to.deep.equal([]);
    });
  }

  it('forgets what came of it when other links are shown', async () => {
    allowCopies();
    const { card } = await mount(links(forCitizens));
    await card.copy();
    await card.shows('Linket er kopieret.');
    card.element.contactPointId = GROUP;
    await card.quiet();
    expect(card.text).not.to.contain('kopieret');
  });
});

describe('saving', () => {
  const caught = catchFiles();
  resetConfiguration();

  it('gives the code as SVG and PNG, each with the link beside it', async () => {
    const { card } = await mount(links(forCitizens, forOthers));
    await card.saveCode('SVG', 'borgere');
    await card.saveCode('PNG', 'virksomheder');
    await card.quiet();
    expect(caught.files.map(({ name, content }) => [name, content.type])).to.deep.equal([
      [`qr-kode-${POINT}-borgere.svg`, 'image/svg+xml'],
      [`qr-kode-${POINT}-virksomheder-og-myndigheder.png`, 'image/png'],
    ]);
    const read = await Promise.all(caught.files.map(({ content }) => scanFile(content)));
    expect(read).to.deep.equal([BORGER, VIRK]);
  });

  it('gives a receipt with id, date and links', async () => {
    configure({ now: () => Date.parse('2026-11-22T09:05:00Z') });
    const { card } = await mount(links(forCitizens), { pointId: POINT, organisationId: ORGANISATION });
    configure({ now: () => Date.parse('2026-12-01T00:00:00Z') });
    await card.saveReceipt();
    const [file] = caught.files;
    expect([file?.name, file?.content.type]).to.deep.equal([
      `kvittering-${POINT}.txt`,
      'text/plain;charset=utf-8',
    ]);
    expect(await file?.content.text()).to.equal(
      [
        'Kvittering for dybe links i Digital Post',
        '',
        `Kontaktpunkt: ${POINT}`,
        `Organisation: ${ORGANISATION}`,
        'Dato: 22. november 2026 kl. 10:05 (dansk tid)',
        '',
        'Link for borgere:',
        BORGER,
        '',
      ].join('\r\n'),
    );
  });

  it('frees the memory of a file, but not at once', async () => {
    const { card } = await mount(links(forCitizens));
    const time = new FakeTime();
    try {
      await card.saveReceipt();
      await time.pass(1_000);
      expect(caught.freed).to.deep.equal([]);
      await time.pass(60_000);
      expect(caught.freed).to.have.length(1);
    } finally {
      time.restore();
    }
  });

  it('says what to do where the browser gives no picture', async () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
    try {
      const { card } = await mount(links(forCitizens));
      await card.saveCode('PNG');
      await card.hears('Hent koden som SVG i stedet.');
      expect(card.text).to.contain('Hent koden som SVG i stedet.');
      expect(caught.files).to.deep.equal([]);
    } finally {
      HTMLCanvasElement.prototype.toBlob = toBlob;
    }
  });
});

describe('the keyboard', () => {
  const caught = catchFiles();
  afterEach(restoreClipboard);

  it('reaches everything in the order of reading, and does it all', async () => {
    const copies = allowCopies();
    const { card } = await mount(links(forCitizens));
    const focuses: string[] = [];
    for (let step = 0; step < 5; step++) {
      await sendKeys({ press: 'Tab' });
      focuses.push(card.focus);
      if (step > 0) await sendKeys({ press: step % 2 ? 'Enter' : 'Space' });
      await flush();
    }
    await card.quiet();
    expect(focuses).to.deep.equal([
      `link ${BORGER} (åbner i nyt vindue)`,
      'button Kopiér link (borgere)',
      'button Hent SVG (QR-kode med linket for borgere)',
      'button Hent PNG (QR-kode med linket for borgere)',
      'button Hent kvittering',
    ]);
    expect(copies).to.deep.equal([BORGER]);
    expect(caught.files.map(({ name }) => name.split('.').at(-1))).to.have.members(['svg', 'png', 'txt']);
    expect(card.announcements).to.deep.equal(['Linket er kopieret.']);
  });
});
