import { ContactPointPickerHarness } from '../../components/contact-point-picker/contact-point-picker.harness.js';
import type { SkrankeContactPointPicker } from '../../components/contact-point-picker/contact-point-picker.js';
import '../../components/contact-point-picker/contact-point-picker.define.js';
import { json } from '../../components/shared/testing/fake-fetch.js';
import { element, page, pathOf, type Subject } from '../subject.js';

const ORGANISATION = '14d6e9ad-fc0e-3918-0000-0000000000ea';
const POINT = {
  id: 'bb6b168a-29a4-4a4a-ba61-29bbc6d42077',
  name: 'Flytning',
  description: 'Meld flytning',
  targets: ['CITIZEN'],
  active: true,
  visible: true,
  organisationId: ORGANISATION,
  contactGroups: [],
  searchTerms: [{ term: 'bolig' }],
  recommendedAttributes: [],
};
const LINK = `https://post.demo.borger.dk/send/${ORGANISATION}/${POINT.id}/`;

function answer(path: string): Response {
  if (path.endsWith('/deep-links'))
    return json({ deepLinks: [{ targets: ['CITIZEN'], platform: 'borger.dk', url: LINK }] });
  if (path.includes('/organisations/')) return json({ id: ORGANISATION, name: 'Fjordby Kommune' });
  if (path.endsWith('/contact-groups')) return page('contactGroups', []);
  return path.endsWith('/contact-points') ? page('contactPoints', [POINT]) : json(POINT);
}

/** It sends nothing: its last step asks for the link to the chosen point, with which the message is written elsewhere. */
export const contactPointPicker: Subject = {
  name: 'contact-point-picker',
  make: () => element('skranke-contact-point-picker', { 'organisation-id': ORGANISATION, lang: 'da' }),
  harness: (made) => new ContactPointPickerHarness(made as unknown as SkrankeContactPointPicker),
  answer: (call) => answer(pathOf(call)),
  isRead: (call) => pathOf(call).endsWith('/contact-points'),
  content: 'Flytning',
  submit: {
    name: 'choose a point',
    isMine: (call) => pathOf(call).endsWith('/deep-links'),
    writes: false,
    act: async (harness) => {
      const picker = harness as unknown as ContactPointPickerHarness;
      if (picker.buttons.includes('Prøv igen') && picker.summary) return picker.press('Prøv igen');
      if (picker.summary) await picker.chooseAnother();
      await picker.choose('Flytning');
    },
    kept: 'Flytning',
    done: { shows: 'Skriv besked' },
  },
};
