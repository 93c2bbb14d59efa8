import { expect } from '@open-wc/testing';
import { configure } from '../shared/page-state.js';
import { showOne, TwoAuthorities } from '../../stories/two-authorities.fixture.js';

describe('contact point picker: a later configure()', () => {
  async function showConfigured(attributes: Record<string, string>) {
    const backend = new TwoAuthorities();
    configure({ backendUrl: 'https://backend.test', fetch: backend.fetch });
    const page = await showOne(attributes, backend, null);
    const again = async () => {
      const before = backend.asked.length;
      configure({ headers: { 'X-Session': String(before) } });
      await page.picker.settled();
      await page.picker.quiet();
      expect(backend.asked.length).to.be.above(before);
    };
    return { ...page, again };
  }
  afterEach(() => configure({ backendUrl: undefined, fetch: undefined, headers: undefined }));

  it('keeps what was typed, and the focus in its field', async () => {
    const { picker, element, again } = await showConfigured({ 'organisation-id': 'alfa' });
    await picker.search('pas');
    const field = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;
    field.focus();
    await again();
    expect(element.shadowRoot!.activeElement === field).to.be.true;
    expect(field.value).to.equal('pas');
    expect(picker.state).to.equal('ready');
  });

  it('keeps the authority that was found, and the level that was opened', async () => {
    const { picker, again } = await showConfigured({});
    await picker.search('alfa');
    await picker.shows('2 resultater');
    await picker.choose('Alfa');
    await picker.shows('Alle emner');
    await picker.choose(/Familie/);
    await again();
    expect(picker.text).to.contain('Myndighed: Alfa');
    expect(picker.text).to.contain('Om Barn');
  });

  it('to another address shows nothing of the one before', async () => {
    const { picker, element } = await showConfigured({ 'organisation-id': 'alfa' });
    configure({ backendUrl: 'https://backend.test/other' });
    await element.updateComplete;
    expect(picker.state).to.equal('loading');
    await picker.settled();
  });
});
