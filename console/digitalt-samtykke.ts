/** Digitalt Samtykke: templates, and consent requests made from them. */
import { html, nothing } from 'lit';
import { addDays } from '../components/shared/i18n/dates.js';
import type { Field } from './fields.js';
import type { Pair } from './pair.js';
import { textOf, type Item, type Resource } from './resource.js';

const declaration = (name: string, label: Pair, value: string, kind: 'text' | 'area' = 'area'): Field => ({
  name: `declaration.${name}`,
  kind,
  label,
  required: true,
  value,
});

function purpose(index: number, label: Pair, values: readonly string[] = []): Field[] {
  const rest = { required: index === 0, isExtra: index > 0 };
  const named = (da: string, en: string): Pair => [`${label[0]}: ${da}`, `${label[1]}: ${en}`];
  const perLine: Pair = ['Én ting på hver linje.', 'One thing a line.'];
  const field = (name: string, text: Pair, value = ''): Field => ({
    name: `consents.${index}.${name}`,
    label: text,
    value,
    ...rest,
  });
  return [
    field('purpose', named('formål', 'purpose'), values[0]),
    { ...field('data', named('oplysninger', 'data'), values[1]), kind: 'lines', hint: perLine },
    {
      ...field('recipients', named('hvem får dem', 'who receives them'), values[2]),
      kind: 'lines',
      hint: perLine,
    },
    {
      ...field('validTo', named('gælder til', 'valid to')),
      required: false,
      hint: ['Som 2031-11-17.', 'As 2031-11-17.'],
    },
  ];
}

const consentWidget: Resource['widget'] = (id, fallback) =>
  html`<skranke-consent-request
    request-id=${id ?? 'cr-1'}
    allowed-return-origins=${location.origin}
    heading-level="4"
    >${fallback}</skranke-consent-request
  >`;

const templates: Resource = {
  id: 'skabeloner',
  path: '/consents/templates',
  inState: ({ consents }) =>
    (consents as { templates: { template: Item }[] }).templates.map(({ template }) => template),
  name: ['Skabeloner', 'Templates'],
  one: ['en skabelon', 'a template'],
  about: [
    'Teksten, som borgeren siger ja eller nej til. Retter du den, får åbne anmodninger den nye tekst.',
    'The text that the citizen agrees to or not. Open requests get the new text when it is changed.',
  ],
  fields: [
    declaration('heading', ['Overskrift', 'Heading'], 'Samtykke til at hente oplysninger', 'text'),
    declaration(
      'introduction',
      ['Indledning', 'Introduction'],
      'Vi behandler din ansøgning om hjælpemidler.',
    ),
    declaration('legalBasis', ['Hjemmel', 'Legal basis'], 'Forvaltningslovens § 29'),
    declaration(
      'refusalText',
      ['Hvis borgeren siger nej', 'If the citizen refuses'],
      'Uden samtykke afgør vi sagen på det grundlag, vi har.',
    ),
    declaration(
      'withdrawalText',
      ['At trække tilbage', 'Withdrawal'],
      'Du kan trække samtykket tilbage her på siden.',
    ),
    { ...declaration('complaintText', ['Klage', 'Complaint'], ''), required: false, isExtra: true },
    ...purpose(
      0,
      ['Samtykke 1', 'Consent 1'],
      ['Hente journal fra din læge', 'Diagnose\nSeneste behandling', 'Fjordby Kommune'],
    ),
    {
      name: 'answerBy',
      label: ['Svar senest', 'Answer by'],
      hint: ['Som 2031-11-17.', 'As 2031-11-17.'],
      value: (today) => addDays(today, 28),
    },
    {
      name: 'declaration.language',
      label: ['Tekstens sprog', 'Language of the text'],
      options: ['da', 'en'],
      value: 'da',
      isExtra: true,
    },
    ...purpose(1, ['Samtykke 2', 'Consent 2']),
  ],
  title: (item) => textOf(item['declaration'] as Item, 'heading'),
  facts: (item) => [(item['declaration'] as Item)['version'], item['answerBy']],
  canChange: true,
  reloads: true,
  widget: (_id, fallback) => consentWidget(undefined, fallback),
};

const requests: Resource = {
  id: 'samtykker',
  path: '/consents/requests',
  inState: ({ consents }) => (consents as { requests: Item[] }).requests,
  name: ['Anmodninger', 'Requests'],
  one: ['en anmodning om samtykke', 'a request for consent'],
  about: [
    'En borger bliver bedt om samtykke efter en skabelon.',
    'A citizen is asked for consent by a template.',
  ],
  fields: [
    {
      name: 'templateId',
      label: ['Skabelonens id', 'Id of the template'],
      hint: ['Står under Skabeloner, som tpl-1.', 'Stands under Templates, as tpl-1.'],
      required: true,
      value: 'tpl-1',
    },
    {
      name: 'cpr',
      label: ['Borgerens CPR-nummer', 'CPR number of the citizen'],
      hint: [
        'Prøveborgeren er 1112131016. Aldrig et rigtigt nummer.',
        'The test citizen is 1112131016. Never a real number.',
      ],
      required: true,
      value: '1112131016',
    },
    {
      name: 'redirectUrl',
      label: ['Vej tilbage', 'Way back'],
      hint: ['En adresse, som siden må gå til bagefter.', 'An address that the page may lead on to.'],
    },
  ],
  title: (item) => textOf(item['declaration'] as Item, 'heading'),
  facts: (item) => [
    item['templateId'],
    item['deleted'] === true ? 'deleted' : item['answer'] ? 'answered' : nothing,
  ],
  canDelete: true,
  showsOne: true,
  reloads: true,
  widget: consentWidget,
};

export const digitaltSamtykke: readonly Resource[] = [templates, requests];
