/** Made-up declarations and purposes for the loaded consent requests. No real authority, law text or person. */
import { addDays, type PlainDate } from '../../components/shared/i18n/dates.js';
import type { Template, TemplateBody } from '../contract/consents.js';
import { defaultAuthority, templateFrom } from './templates.js';

const KOMMUNE = defaultAuthority.name;
const AGENCY = 'Prøvestyrelsen';

const aids = (today: PlainDate): TemplateBody => ({
  declaration: {
    heading: 'Samtykke til at hente oplysninger',
    introduction:
      'Vi behandler din ansøgning om et hjælpemiddel. For at kunne afgøre den vil vi gerne hente oplysninger fra andre.',
    legalBasis: 'Prøvelov om hjælpemidler § 12, stk. 2 (opdigtet)',
    refusalText:
      'Siger du nej, afgør vi sagen på det grundlag, vi har. Det kan betyde, at vi må bede dig om selv at sende oplysningerne.',
    withdrawalText:
      'Du kan tilbagekalde samtykket her på siden, så længe det gælder. Det virker fra det øjeblik.',
    complaintText: 'Du kan klage til Prøvetilsynet, hvis du mener, at vi bruger dine oplysninger forkert.',
  },
  consents: [
    {
      purpose: 'Hente oplysninger om dit helbred fra din læge',
      data: ['Diagnose', 'Seneste behandling'],
      recipients: [KOMMUNE],
      validTo: addDays(today, 220),
    },
    {
      purpose: 'Hente oplysninger om din økonomi fra din bank',
      data: ['Kontoudtog for tre måneder'],
      recipients: [KOMMUNE, 'Hjælpemiddelcentret i Fjordby'],
      validTo: addDays(today, 129),
    },
  ],
  answerBy: addDays(today, 28),
});

const photo: TemplateBody = {
  declaration: {
    heading: 'Samtykke til billeder',
    introduction: 'Biblioteket vil gerne vise billeder fra læsedagen på sin hjemmeside.',
    legalBasis: 'Databeskyttelsesforordningens artikel 6, stk. 1, litra a',
    refusalText: 'Siger du nej, viser vi ingen billeder, hvor du er med. Det har ingen betydning for andet.',
    withdrawalText: 'Du kan tilbagekalde samtykket her på siden. Så fjerner vi billederne.',
  },
  consents: [
    {
      purpose: 'Vise billeder af dig på bibliotekets hjemmeside',
      data: ['Billeder fra læsedagen'],
      recipients: ['Fjordby Bibliotek', 'Besøgende på hjemmesiden'],
    },
  ],
};

const english = (today: PlainDate): TemplateBody => ({
  authority: {
    name: AGENCY,
    cvrNumber: '99000004',
    contact: { name: 'International Desk', email: 'desk@example.dk' },
    privacyPolicyUrl: 'https://www.example.dk/privacy',
  },
  declaration: {
    language: 'en',
    heading: 'Consent to share your diploma',
    introduction: 'You have asked us to recognise your education. We would like to ask your school about it.',
    legalBasis: 'Made-up Act on Recognition, section 4',
    refusalText: 'If you say no, we decide on the papers that you have sent us.',
    withdrawalText: 'You can withdraw your consent on this page for as long as it is valid.',
  },
  consents: [
    {
      purpose: 'Ask your school for your examination results',
      data: ['Subjects', 'Grades', 'Date of graduation'],
      recipients: [AGENCY],
      validTo: addDays(today, 90),
    },
    {
      purpose: 'Share our decision with your union',
      data: ['The decision'],
      recipients: ['Made-up Union'],
      validTo: addDays(today, 90),
    },
  ],
  answerBy: addDays(today, 14),
});

const many = (today: PlainDate): TemplateBody => ({
  declaration: {
    heading: 'Samtykke i et samlet forløb for familien',
    introduction:
      'Flere afdelinger i kommunen hjælper jer. De kan hjælpe bedre, når de kender hinandens aftaler. '
        .repeat(8)
        .trim(),
    legalBasis: 'Prøvelov om samlede forløb § 3 (opdigtet)',
    refusalText: 'Siger du nej til et punkt, taler de afdelinger ikke sammen om det. Hjælpen stopper ikke.',
    withdrawalText: 'Du kan tilbagekalde hvert samtykke for sig her på siden.',
    complaintText: 'Du kan klage til Prøvetilsynet.',
  },
  consents: [
    'Jobcentret',
    'Familieafdelingen',
    'Skolen',
    'Sundhedsplejen',
    'Boligrådgivningen',
    'Misbrugscentret',
    'Ydelseskontoret',
    'Tandplejen',
  ].map((department, index) => ({
    purpose: `Dele aftaler om forløbet med ${department}`,
    data: ['Aftaler og planer', 'Navn og adresse', 'Hvem der er kontaktperson'].slice(0, 1 + (index % 3)),
    recipients: [KOMMUNE, department],
    validTo: addDays(today, 180 + index),
  })),
  answerBy: addDays(today, 21),
});

/** The loaded templates, by what they are for. */
export function loadedTemplates(today: PlainDate) {
  const make = (id: string, body: TemplateBody): { template: Template; versions: string[] } =>
    templateFrom(id, body, today);
  return {
    aids: make('tpl-1', aids(today)),
    photo: make('tpl-2', photo),
    english: make('tpl-3', english(today)),
    many: make('tpl-4', many(today)),
  };
}
