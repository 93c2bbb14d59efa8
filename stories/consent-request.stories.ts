import type { Meta } from '@storybook/web-components-vite';
import { ConsentRequestHarness } from '../components/testing.js';
import { makeConsentRequest } from '../mocks/consents/factories.js';
import { consentTestIds as ids } from '../mocks/index.js';
import { withStatuses } from './consent-requests.js';
import { canRetry, COMMON, fitsIn, hasFallback, isDark, offers, offersNo } from './seen.js';
import {
  hostArgTypes,
  renderWidget,
  statesOf,
  type HostArgs,
  type State,
  type Words,
} from './widget-states.js';

/** The documented attributes, and what the host puts into and around the element. */
interface Args extends HostArgs {
  'request-id'?: string;
  'allowed-return-origins'?: string;
  'return-status'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Widgets/Consent request',
  component: 'skranke-consent-request',
  // Its docs page is consent-request.mdx.
  tags: ['!autodocs'],
  argTypes: hostArgTypes,
  render: renderWidget('skranke-consent-request'),
};

export default meta;

const { state, scenario } = statesOf<Args, ConsentRequestHarness>(ConsentRequestHarness);
type Look = State<Args, ConsentRequestHarness>;
type Id = { readonly id: string };

const request = (of: Id): Args => ({
  'request-id': of.id,
  'allowed-return-origins': 'https://portal.example.dk',
});

/** A request, and what is on screen of it. */
const stored = (of: Id, shows: readonly Words[], sees: Look['sees'] = {}) =>
  state({ args: request(of), shows, sees });

/** One that cannot be shown. */
const blocked = (of: Id, ...shows: readonly Words[]) =>
  state({ args: request(of), state: 'error', shows, sees: { 'nothing to choose': hasNoChoice } });

const hasNoChoice = (consent: ConsentRequestHarness) => consent.choices.length === 0;
const isUndecided = (consent: ConsentRequestHarness) =>
  consent.choices.every((choice) => choice.endsWith(': '));
const isSaidYes = ({ facts }: ConsentRequestHarness) =>
  facts.some((fact) => /: (Ja, jeg giver samtykke|Yes, I give consent)$/.test(fact));

const GO_ON = /^(Gå videre|Continue)$/;
const WITHDRAW = /^(Tilbagekald samtykke|Withdraw consent)/;
const chose = (count: number) => ({
  [`${count} purposes, none of them preset`]: (consent: ConsentRequestHarness) =>
    consent.choices.length === count && isUndecided(consent),
});
const withdrawable = (count: number) => ({
  [`${count} that can be withdrawn`]: (consent: ConsentRequestHarness) =>
    consent.all('button', WITHDRAW).length === count,
});

// Before the answer.

export const Default = stored(
  ids.open,
  [
    ['Hvis du siger nej', 'If you say no'],
    ['Svar senest', 'Answer by'],
  ],
  { ...chose(2), 'the way on': offers(GO_ON) },
);

export const LastDay = stored(ids.lastDay, [['22. november 2026', '22 November 2026']]);
export const OnePurpose = stored(ids.single, [['Ingen slutdato', 'No end date']], chose(1));
export const ManyPurposes = stored(ids.many, [['Tandplejen', 'Tandplejen']], chose(8));

export const EnglishDeclaration = stored(ids.english, [['Made-up Act', 'Made-up Act']], {
  'its texts marked as English': (consent) =>
    consent.one('heading', 'Consent to share').querySelector('[lang=en]') !== null ||
    consent.element.closest('[lang=en]') !== null,
});

export const Phone = state({
  args: { ...request(ids.open), width: 288 },
  shows: [['Nej, jeg giver ikke samtykke', 'No, I do not give consent']],
  sees: { 'all of it in its room': fitsIn(288) },
});

export const Dark = state({
  args: request(ids.open),
  scheme: 'dark',
  shows: [['Gå videre', 'Continue']],
  sees: { 'dark colours': isDark },
});

export const Undecided = state({
  args: request(ids.open),
  act: (consent) => consent.goOn(),
  shows: [['Vælg ja eller nej til: Hente', 'Choose yes or no to: Hente']],
  sees: { 'a way to each': (consent) => consent.all('link', /^(Vælg|Choose) /).length === 2 },
});

export const Summary = state({
  args: request(ids.open),
  act: async (consent) => {
    await consent.chooseAll('given');
    await consent.choose('økonomi', 'refused');
    await consent.goOn();
  },
  shows: [
    ['Du har ikke svaret endnu', 'You have not answered yet'],
    ['Nej, jeg giver ikke samtykke', 'No, I do not give consent'],
  ],
  sees: { 'nothing to choose': hasNoChoice, 'what was said yes to': isSaidYes },
});

/** What the user says yes to is on its way, and something comes of it. */
const answered = (look: Omit<Look, 'args' | 'act'>) =>
  state({ args: request(ids.open), act: (consent) => consent.answer('given'), ...look });

export const Sending = answered({
  pilot: (pilot) => pilot.addFault({ match: 'POST *', delayMs: 60_000 }),
  shows: [['Vent …', 'Wait …']],
  sees: { 'no way back': offersNo(/^(Ret|Change)$/) },
});

export const Changed = state({
  args: request(ids.changesOnce),
  act: (consent) => consent.answer('given'),
  shows: [
    ['Oplysninger Ændret', 'Data Changed'],
    ['Dine valg er slettet', 'Your choices are deleted'],
  ],
  sees: { 'no choice kept': isUndecided },
});

export const NotStored = answered({
  pilot: (pilot) => pilot.addFault({ match: 'POST *', status: 503 }),
  shows: [['Det er ikke gemt endnu', 'It is not stored yet']],
  sees: { 'the choices kept': isSaidYes },
});

export const Unknown = state({
  args: request(ids.open),
  act: (consent, pilot) => {
    pilot.addFault({ match: '*', status: 500 });
    return consent.answer('given');
  },
  shows: [['Vi ved ikke, om det er gemt', 'We do not know whether it is stored']],
  sees: { 'a way to find out': offers(/^(Tjek igen|Check again)$/) },
});

export const SignedOutMeanwhile = answered({
  pilot: (pilot) => pilot.addFault({ match: 'POST *', status: 401 }),
  shows: COMMON.signedOut,
  sees: { 'the choices kept': isSaidYes },
});

/** In another window, say: what is stored is shown, and not what was chosen here. */
export const AnsweredElsewhere = state({
  args: request(ids.rejected),
  pilot: (pilot) => pilot.addFault({ match: 'GET *', body: makeConsentRequest({ id: ids.rejected.id }) }),
  act: (consent, pilot) => {
    pilot.setFaults([]);
    return consent.answer('given');
  },
  shows: [
    ['Det er allerede gjort et andet sted', 'It has already been done somewhere else'],
    ['Du har ikke givet samtykke', 'You have not given consent'],
  ],
});

/** The user has chosen, and the next reading is otherwise. */
const chosenThen = (choice: 'given' | 'refused', fault: object, look: Pick<Look, 'shows' | 'sees'>) =>
  state({
    args: request(ids.open),
    act: async (consent, pilot) => {
      await consent.chooseAll(choice);
      pilot.addFault({ match: 'GET *', ...fault });
      consent.element.reload();
    },
    ...look,
  });

export const OtherPerson = chosenThen(
  'given',
  { body: makeConsentRequest({ id: ids.open.id, respondent: { name: 'Prøveborger' } }) },
  {
    shows: [
      ['En anden person er logget ind', 'Another person has logged in'],
      ['Prøveborger', 'Prøveborger'],
    ],
    sees: { 'no choice kept': isUndecided },
  },
);

export const RefreshFailed = chosenThen(
  'refused',
  { status: 500 },
  {
    shows: [['Det er måske ikke det nyeste', 'It may not be up to date']],
    sees: { 'the choices kept': (consent) => !isUndecided(consent), canRetry },
  },
);

/** The time to answer runs out while the page is open. */
export const ExpiredMeanwhile = chosenThen(
  'given',
  { body: makeConsentRequest({ id: ids.open.id, status: 'expired' }) },
  { shows: [['Det, du valgte her, er ikke gemt', 'What you chose here is not stored']] },
);

// After it.

export const Receipt = answered({
  shows: [
    ['Dit svar er modtaget', 'Your answer has been received'],
    ['Kvitteringsnummer', 'Receipt number'],
  ],
  sees: {
    'what can be taken along': offers(/^(Hent kvittering|Save receipt)$/),
    'the way back': ({ links }) => links.some((link) => link.includes('https://portal.example.dk/')),
  },
});

export const StoredLate = answered({
  pilot: (pilot) => pilot.addFault({ match: 'POST *', network: true, after: true, times: 1 }),
  shows: [
    ['Dit svar er modtaget', 'Your answer has been received'],
    ['men det er gemt', 'but it is stored'],
  ],
});

/** The first try was stored after all, when the citizen has chosen something else. */
export const FirstStored = state({
  args: request(ids.open),
  pilot: (pilot) => pilot.addFault({ match: 'POST *', status: 504, times: 1 }),
  act: async (consent, pilot) => {
    await consent.answer('given');
    await consent.shows(/(Det er ikke gemt endnu|It is not stored yet)/);
    await consent.change();
    await consent.chooseAll('refused');
    const consents = withStatuses('given', 'given');
    const body = makeConsentRequest({ id: ids.open.id, status: 'accepted', consents });
    pilot.addFault({ match: 'GET *', body });
    consent.element.reload();
  },
  shows: [
    ['Dit første svar er gemt', 'Your first answer is stored'],
    ['Du har givet samtykke', 'You have given consent'],
  ],
});

export const Accepted = stored(
  ids.accepted,
  [['Du har givet samtykke', 'You have given consent']],
  withdrawable(2),
);
export const PartlyAccepted = stored(
  ids.partlyAccepted,
  [['til en del af det', 'to a part of it']],
  withdrawable(1),
);
export const Rejected = stored(
  ids.rejected,
  [['Du har ikke givet samtykke', 'You have not given consent']],
  withdrawable(0),
);
export const OneWithdrawn = stored(
  ids.oneWithdrawn,
  [['Du har tilbagekaldt samtykket', 'You have withdrawn the consent']],
  withdrawable(1),
);
export const Revoked = stored(
  ids.revoked,
  [['tilbagekaldt dit samtykke', 'withdrawn your consent']],
  withdrawable(0),
);
export const ConsentExpired = stored(
  ids.consentExpired,
  [['gælder ikke længere', 'no longer valid']],
  withdrawable(1),
);
export const Expired = stored(ids.expired, [['Fristen for at svare er udløbet', 'has run out']], {
  'nothing to choose': hasNoChoice,
});
export const Deleted = stored(ids.deleted, [['har trukket anmodningen tilbage', 'taken the request back']], {
  'nothing to choose': hasNoChoice,
});

export const ConfirmWithdrawal = state({
  args: request(ids.accepted),
  act: (consent) => consent.withdraw('økonomi'),
  shows: [['Vil du tilbagekalde dette samtykke?', 'Do you want to withdraw this consent?']],
  sees: {
    'yes and no': (consent) =>
      offers(/^(Ja, tilbagekald|Yes, withdraw)$/)(consent) && offers(/^(Fortryd|Cancel)$/)(consent),
  },
});

const withdrawn = (look: Omit<Look, 'args' | 'act'>) =>
  state({
    args: request(ids.accepted),
    act: async (consent) => {
      await consent.withdraw('økonomi');
      await consent.confirm();
    },
    ...look,
  });

export const Withdrawn = withdrawn({
  shows: [['Samtykket er tilbagekaldt', 'The consent has been withdrawn']],
  sees: withdrawable(1),
});

export const WithdrawalNotStored = withdrawn({
  pilot: (pilot) => pilot.addFault({ match: 'POST *', status: 503 }),
  shows: [['Det er ikke gemt endnu', 'It is not stored yet']],
  sees: { 'another try': offers(/^(Ja, tilbagekald|Yes, withdraw)$/) },
});

// What blocks it.

export const NotYours = blocked(ids.notYours, ['Anmodningen er ikke til dig', 'The request is not for you']);
export const UnknownId = blocked(ids.unknown, ['Anmodningen findes ikke', 'The request does not exist']);
export const MissingText = blocked(ids.missingText, ['Du kan ikke svare endnu', 'You cannot answer yet']);

export const NoId = state({
  args: { fallback: 'Ring til kommunen på 00 00 00 00.' },
  state: 'error',
  shows: COMMON.wrongSetup,
  sees: { 'the host’s own content': hasFallback },
});

/** A state that the backend's answer to an open request alone leads to. */
const answer = (name: Parameters<typeof scenario>[0], look: Omit<Look, 'args'>) =>
  scenario(name, { args: request(ids.open), ...look });

export const Loading = answer('slow', { state: 'loading', shows: COMMON.loading });

export const Hostile = answer('hostile', { shows: [['<script>', '<script>']] });

export const Unauthorised = answer('unauthorised', { state: 'error', shows: COMMON.signedOut });

export const ServerError = answer('server-error', {
  state: 'error',
  shows: COMMON.serverError,
  sees: { canRetry },
});
