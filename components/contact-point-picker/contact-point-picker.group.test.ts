import { expect } from '@open-wc/testing';
import { captureConsole } from '../shared/testing/console-lines.js';
import { showOne, TwoAuthorities } from '../../stories/two-authorities.fixture.js';

describe('contact point picker: the authority of a group', () => {
  const lines = captureConsole();
  const showGroup = (groupOwner: Record<string, unknown>) =>
    showOne({ 'contact-group-id': 'g' }, Object.assign(new TwoAuthorities(), { groupOwner }));
  const above = { id: 'h', name: 'Over' };

  for (const [where, owner] of [
    ['nested in it', { organisation: { id: 'alfa' } }],
    ['in a field of its own', { organisationId: 'alfa' }],
    ['in the group above', { parent: { ...above, organisationId: 'alfa' } }],
    ['two levels above', { parents: [{ ...above, parent: { ...above, id: 'i', organisationId: 'alfa' } }] }],
  ] as const) {
    it(`is found ${where}`, async () => {
      const { picker } = await showGroup(owner);
      await picker.shows('Myndighed: Alfa');
      await picker.settled();
      expect(picker.headings).to.contain('3 Familie');
    });
  }

  it('is told to be missing where the backend does not say it', async () => {
    const { picker, events } = await showGroup({});
    expect(picker.headings).to.deep.equal(['2 Hvem vil du skrive til?']);
    const told = events.filter(({ type }) => type === 'skranke-error').map(({ detail }) => detail as object);
    expect(told).to.deep.equal([{ kind: 'contract', retryable: false }]);
    expect(lines().join()).to.contain('bad-shape GET /contact-groups/{id}: no organisation');
  });
});
