import { expect } from '@open-wc/testing';
import { problem } from '../shared/testing/fake-fetch.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { showOne, TwoAuthorities } from '../../stories/two-authorities.fixture.js';

const typesOf = (events: readonly CustomEvent[], from = 0) => events.slice(from).map(({ type }) => type);

describe('contact point picker: another audience', () => {
  it('works out anew whether there is anything to choose', async () => {
    const { picker, element } = await showOne({ 'organisation-id': 'beta' });
    expect(picker.state).to.equal('ready');
    element.audience = 'business';
    await picker.shows('Her er ingen kontaktpunkter');
    expect(picker.state).to.equal('empty');
    element.audience = 'citizen';
    await picker.shows('Alle emner');
    expect(picker.state).to.equal('ready');
  });

  it('says that a point is for others, also where the host writes, and does not count it as chosen', async () => {
    const { picker, element } = await showOne({
      'organisation-id': 'alfa',
      value: 'firma',
      compose: 'host',
      required: '',
    });
    await picker.shows('Du kan ikke skrive hertil');
    expect(element.checkValidity()).to.be.false;
    element.audience = 'business';
    await picker.quiet();
    expect(picker.summary).not.to.contain('Du kan ikke skrive hertil');
    expect(element.checkValidity()).to.be.true;
  });
});

describe('contact point picker: another backend, or language', () => {
  const lines = captureConsole();

  it('shows nothing of a point that the other backend does not know', async () => {
    const { picker, element } = await showOne({ 'organisation-id': 'alfa', value: 'a' });
    await picker.shows('Du har valgt: Pas');
    const other = new TwoAuthorities();
    other.points.splice(0, 1);
    element.client = other.client;
    await picker.shows('Stedet kan ikke bruges her');
    expect(picker.summary).to.equal('');
    expect(element.value).to.equal('a');
  });

  it('drops a point that was deleted since', async () => {
    const { picker, element, backend } = await showOne({
      'organisation-id': 'alfa',
      value: 'a',
      compose: 'host',
      required: '',
    });
    await picker.shows('Du har valgt: Pas');
    backend.points.splice(0, 1);
    element.reload();
    await picker.shows('Stedet kan ikke bruges her');
    expect(element.checkValidity()).to.be.false;
  });

  it('reads the point in the new language, and marks it while it is in the old one', async () => {
    const backend = new TwoAuthorities();
    const { picker, element } = await showOne({ 'organisation-id': 'alfa' }, backend);
    await picker.choose('Pas');
    await picker.shows('Skriv besked');
    backend.lang = 'en';
    backend.points[0] = { ...backend.points[0]!, name: 'Passport' };
    element.lang = 'en';
    await picker.shows('You have chosen: Passport');
    expect(element.shadowRoot!.querySelector('#chosen [lang]')).to.equal(null);
    backend.lang = 'da';
    element.reload();
    await picker.settled();
    expect(element.shadowRoot!.querySelector('#chosen [lang=da]')?.textContent).to.equal('Passport');
  });

  it('marks the texts of the authority, and not those of the kit', async () => {
    const backend = new TwoAuthorities();
    backend.lang = 'da';
    const { picker, element } = await showOne(
      { 'organisation-id': 'alfa', 'contact-group-id': 'g', lang: 'en' },
      backend,
    );
    const langOf = (text: string) =>
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('*')]
        .filter((node) => node.childElementCount === 0 && node.textContent.trim() === text)
        .map((node) => node.closest('[lang]')?.getAttribute('lang'));
    expect(langOf('All subjects')).to.deep.equal(['en']);
    expect(langOf('Om Barn')).to.deep.equal(['da']);
    await picker.press('All subjects');
    await picker.quiet();
    expect(langOf('All subjects')).to.deep.equal(['en']);
    expect(langOf('1 contact point')).to.deep.equal(['en']);
    await picker.search('barn');
    expect(langOf('Familie')).to.deep.equal(['da']);
    await picker.choose(/Barn/);
    await picker.shows('Have this ready');
    expect(langOf('Barnets navn')).to.deep.equal(['da']);
    expect(langOf('Om Barn')).to.deep.equal(['da']);
    element.compose = 'host';
    await picker.quiet();
    expect(langOf('Barnets navn')).to.deep.equal(['da']);
    expect(langOf('(optional)')).to.deep.equal([]);
    expect(lines.length).to.equal(0);
  });

  it('says in its own language why a keyword has found a point', async () => {
    const backend = new TwoAuthorities();
    backend.lang = 'da';
    backend.points[0] = { ...backend.points[0]!, searchTerms: [{ term: 'rejsedokument' }] };
    const { picker, element } = await showOne({ 'organisation-id': 'alfa', lang: 'en' }, backend);
    await picker.search('rejsedokument');
    const line = element.shadowRoot!.querySelector('.row .small')!;
    expect(line.closest('[lang]')?.getAttribute('lang')).to.equal('da');
    expect(line.querySelector('[lang=en]')?.textContent).to.equal('Keyword: ');
  });

  it('marks the name of the group above, in the words of the way back to it', async () => {
    const backend = new TwoAuthorities();
    backend.lang = 'da';
    backend.groupOwner = { organisation: { id: 'alfa' }, parent: { id: 'h', name: 'Over' } };
    const attributes = { 'organisation-id': 'alfa', 'contact-group-id': 'g', lang: 'en' };
    const { picker, element } = await showOne(attributes, backend);
    const marked = (name: string) => picker.one('button', name).querySelector('[lang=da]')?.textContent;
    expect(marked('Back to Over')).to.equal('Over');
    element.messages = { back: () => 'Up' };
    await picker.shows('Up');
    element.messages = { back: (name) => `${name}, all of it` };
    await picker.shows('Over, all of it');
    expect(marked('Over, all of it')).to.equal('Over');
    await picker.press('Over, all of it');
    await picker.quiet();
    expect(marked('All subjects, all of it')).to.equal(undefined);
  });
});

describe('contact point picker: another authority', () => {
  captureConsole();

  it('follows a value of another authority, where the host names none', async () => {
    const { picker, element } = await showOne({ value: 'a' });
    await picker.shows('Myndighed: Alfa');
    element.value = 'b';
    await picker.shows('Myndighed: Beta');
    expect(picker.summary).to.contain('Du har valgt: Skat');
  });

  it('does not take a point of another authority than the host names', async () => {
    const { picker, element, events } = await showOne({
      'organisation-id': 'alfa',
      value: 'a',
      required: '',
    });
    await picker.shows('Du har valgt: Pas');
    element.organisationId = 'beta';
    await picker.shows('Pas kan ikke bruges her');
    await picker.settled();
    expect(picker.text).to.contain('Myndighed: Beta');
    expect(element.checkValidity()).to.be.false;
    const kinds = events
      .filter(({ type }) => type === 'skranke-error')
      .map(({ detail }) => (detail as { kind: string }).kind);
    expect(kinds).to.include('config');
    element.value = 'b';
    await picker.shows('Du har valgt: Skat');
    expect(element.checkValidity()).to.be.true;
  });

  it('takes the choice back when the user goes to another authority, and tells the host', async () => {
    const { picker, element, events, form } = await showOne({ value: 'a', required: '' });
    await picker.shows('Skriv besked');
    await picker.changeAuthority();
    await picker.search('beta');
    await picker.shows('2 resultater');
    const before = events.length;
    await picker.choose('Beta');
    await picker.shows('Myndighed: Beta');
    expect(element.value).to.equal('');
    expect(form.checkValidity()).to.be.false;
    expect(typesOf(events, before).slice(0, 2)).to.deep.equal(['input', 'change']);
  });

  it('keeps the choice when the user comes back to the same authority', async () => {
    const { picker, element } = await showOne({ value: 'a' });
    await picker.shows('Skriv besked');
    await picker.changeAuthority();
    await picker.search('alfa');
    await picker.shows('2 resultater');
    await picker.choose('Alfa');
    await picker.shows('Du har valgt: Pas');
    expect(element.value).to.equal('a');
  });

  it('comes back with a reset', async () => {
    const { picker, form } = await showOne({ value: 'a' });
    await picker.shows('Skriv besked');
    await picker.changeAuthority();
    form.reset();
    await picker.shows('Du har valgt: Pas');
    await picker.shows('Myndighed: Alfa');
  });

  it('has left the host’s group, also after a reload', async () => {
    const { picker, element, events } = await showOne({ 'contact-group-id': 'g' });
    await picker.shows('Myndighed: Alfa');
    await picker.changeAuthority();
    element.reload();
    await picker.settled();
    expect(picker.headings).to.deep.equal(['2 Hvem vil du skrive til?']);
    await picker.search('beta');
    await picker.shows('2 resultater');
    await picker.choose('Beta');
    await picker.shows('Myndighed: Beta');
    await picker.settled();
    expect(picker.text).not.to.contain('kan ikke bruges her');
    expect(typesOf(events)).not.to.include('skranke-error');
  });

  it('is still there, with the level, when the user has signed in again', async () => {
    const { picker, element, backend, events } = await showOne({});
    await picker.search('alfa');
    await picker.shows('2 resultater');
    await picker.choose('Alfa');
    await picker.shows('Myndighed: Alfa');
    await picker.choose(/Familie/);
    await picker.shows('Tilbage til Alle emner');
    backend.faults.set('/contact-points', problem('signed-out', 401));
    element.reload();
    await picker.shows('Du er ikke logget ind');
    const required = events.find(({ type }) => type === 'skranke-auth-required');
    (required!.detail as { retry: () => void }).retry();
    await picker.shows('Myndighed: Alfa');
    await picker.shows('Tilbage til Alle emner');
  });

  it('is not shown any more once access is lost, also where the next try fails otherwise', async () => {
    const { picker, element, backend } = await showOne({ 'organisation-id': 'alfa' });
    backend.faults.set('/contact-points', problem('not-permitted', 403));
    element.reload();
    await picker.shows('Du har ikke adgang');
    backend.faults.set('/contact-points', problem('internal', 500));
    await picker.retry();
    await picker.shows('Der er en fejl i systemet');
    await picker.quiet();
    expect([picker.state, picker.rows]).to.deep.equal(['error', []]);
  });

  it('can be changed when its name cannot be had', async () => {
    const backend = new TwoAuthorities();
    backend.faults.set('/organisations/alfa', problem('internal', 400));
    const { picker } = await showOne({ value: 'a' }, backend);
    await picker.shows('Skriv besked');
    await picker.changeAuthority();
    expect(picker.headings).to.deep.equal(['2 Hvem vil du skrive til?']);
  });
});

describe('contact point picker: value and authority at once', () => {
  captureConsole();

  it('fires nothing, although the user’s own choice was on its way', async () => {
    const { picker, element, events } = await showOne({ 'organisation-id': 'alfa' });
    await picker.choose('Pas');
    const before = events.filter(({ type }) => type === 'skranke-contact-point-chosen').length;
    await picker.chooseAnother();
    Object.assign(element, { value: 'b', organisationId: 'beta' });
    await picker.shows('Du har valgt: Skat');
    await picker.shows('Skriv besked');
    const chosen = events.filter(({ type }) => type === 'skranke-contact-point-chosen');
    expect(chosen.length).to.equal(before);
  });
});

describe('contact point picker: numbers for names', () => {
  it('says why once, and not at each key', async () => {
    const { picker } = await showOne({});
    for (const typed of ['123456', '1234567', '12345678']) await picker.type(typed);
    await picker.hears(/CPR/);
    await picker.quiet();
    expect(picker.announcements).to.have.length(1);
  });

  for (const typed of ['131241 - 1234', '13 12 41 1234', '131241-12', '12345678', '12 34 56 78']) {
    it(`never asks for ${typed}, and says why`, async () => {
      const { picker, backend } = await showOne({});
      await picker.type(typed);
      await picker.hears(/CPR/);
      await picker.shows('Du kan ikke søge på CPR- eller CVR-nummer');
      expect(picker.searchField.getAttribute('aria-invalid')).to.equal('true');
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(backend.asked.filter((path) => path.startsWith('/recipients'))).to.deep.equal([]);
      await picker.search('alfa');
      await picker.shows('2 resultater');
    });
  }
});
