import { expect } from '@open-wc/testing';
import { problem } from '../shared/testing/fake-fetch.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { showOne } from '../../stories/two-authorities.fixture.js';

const typesOf = (events: readonly CustomEvent[]) => events.map(({ type }) => type);

describe('contact point picker: information, and a reset', () => {
  captureConsole();
  const hosted = { 'organisation-id': 'alfa', value: 'a', compose: 'host' };
  const fieldOf = (element: HTMLElement) =>
    element.shadowRoot!.querySelector<HTMLInputElement>('#info-0')?.value;

  it('goes away with a reset, and with it what was wrong', async () => {
    const { picker, element, form } = await showOne(hosted);
    await picker.shows('0/255 tegn');
    await picker.writeInformation('(valgfrit)', 'x'.repeat(260));
    expect(form.checkValidity()).to.be.false;
    form.reset();
    expect(form.checkValidity()).to.be.true;
    await picker.shows('0/255 tegn');
    expect(fieldOf(element)).to.equal('');
  });

  it('brings the chosen point back to the screen', async () => {
    const { picker, form } = await showOne(hosted);
    await picker.shows('Du har valgt: Pas');
    await picker.chooseAnother();
    form.reset();
    await picker.shows('Du har valgt: Pas');
  });

  it('belongs to its point, and the host is told with another one', async () => {
    const { picker, element, events } = await showOne(hosted);
    await picker.shows('0/255 tegn');
    await picker.writeInformation('(valgfrit)', 'A-17');
    await picker.chooseAnother();
    await picker.search('barn');
    await picker.choose(/Barn/);
    await picker.shows('Barnets navn');
    expect(fieldOf(element)).to.equal('');
    const last = events.filter(({ type }) => type === 'skranke-information-changed').at(-1);
    expect(last!.detail).to.deep.equal({ informationFields: [{ id: '1', name: 'Barnets navn', value: '' }] });
  });
});

describe('contact point picker: what fails is read out', () => {
  captureConsole();
  const WORDS = 'Der er en fejl i systemet';

  it('when a search for authorities fails', async () => {
    const { picker, backend } = await showOne({});
    backend.faults.set('/recipients', problem('internal', 500));
    await picker.type('alfa');
    await picker.hears(WORDS);
  });

  it('when the authority that was chosen cannot be read', async () => {
    const { picker, backend } = await showOne({});
    await picker.search('alfa');
    await picker.shows('2 resultater');
    backend.faults.set('/contact-points', problem('internal', 500));
    await picker.choose('Alfa');
    await picker.hears(WORDS);
  });

  for (const [what, path, attributes] of [
    ['the link', '/contact-points/a/deep-links', { value: 'a' }],
    ['the list', '/contact-points', {}],
  ] as const) {
    it(`when a retry fails again: ${what}`, async () => {
      const { picker, element, backend } = await showOne({ 'organisation-id': 'alfa', ...attributes });
      await picker.settled();
      backend.faults.set(path, problem('internal', 500));
      element.reload();
      await picker.shows(WORDS);
      picker.forget();
      backend.faults.set(path, problem('internal', 500));
      await picker.retry();
      await picker.hears(WORDS);
      await picker.retry();
      await picker.hears(what === 'the link' ? 'Du har valgt: Pas' : '2 kontaktpunkter');
    });
  }
});

describe('contact point picker: a link that could not be read', () => {
  captureConsole();

  it('is told when it is known, once', async () => {
    const { picker, backend, events } = await showOne({ 'organisation-id': 'alfa' });
    backend.faults.set('/contact-points/a/deep-links', problem('internal', 500));
    await picker.choose('Pas');
    await picker.shows('Der er en fejl i systemet');
    expect(typesOf(events)).not.to.include('skranke-contact-point-chosen');
    await picker.retry();
    await picker.shows('Skriv besked');
    const chosen = events.filter(({ type }) => type === 'skranke-contact-point-chosen');
    expect(chosen.map(({ detail }) => (detail as { deepLink: string }).deepLink)).to.deep.equal([
      'https://post.borger.dk/send/x/a/',
    ]);
  });

  it('does not keep a host waiting that writes itself', async () => {
    const { picker, backend, events } = await showOne({ 'organisation-id': 'alfa', compose: 'host' });
    backend.faults.set('/contact-points/a/deep-links', problem('internal', 500));
    await picker.choose('Pas');
    await picker.shows('Du har valgt: Pas');
    await picker.settled();
    expect(typesOf(events)).to.include('skranke-contact-point-chosen');
  });
});
