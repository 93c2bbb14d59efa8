import type { Meta } from '@storybook/web-components-vite';
import { MessageRecallHarness } from '../components/testing.js';
import { messageTestIds as messages } from '../mocks/index.js';
import { makeMessage } from '../mocks/messages/factories.js';
import { canRetry, COMMON, fitsIn, isDark, offers, offersNo } from './seen.js';
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
  'message-id'?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Message recall',
  component: 'skranke-message-recall',
  // Its docs page is message-recall.mdx.
  tags: ['!autodocs'],
  argTypes: hostArgTypes,
  render: renderWidget('skranke-message-recall'),
};

export default meta;

const { state, scenario } = statesOf<Args, MessageRecallHarness>(MessageRecallHarness);
type Look = State<Args, MessageRecallHarness>;
type Id = { readonly id: string };

const RECALL = 'POST /messages/*/recall';
const LOOK_UP = 'GET /messages/*';
const ASK = /^(Tilbagekald|Recall)$/;

/** A message that has been looked up, and what is on screen of it. */
const message = ({ id }: Id, shows: readonly Words[], look: Partial<Look> = {}) =>
  state({ ...look, args: { 'message-id': id, ...look.args }, shows });

/** One that can be recalled. */
const recallable = (of: Id, shows: readonly Words[], look: Partial<Look> = {}) =>
  message(of, shows, { ...look, sees: { 'the way to recall it': offers(ASK), ...look.sees } });

/** Why it cannot be recalled. */
const hindered = (of: Id, shows: readonly Words[], look: Partial<Look> = {}) =>
  message(of, shows, { ...look, sees: { 'no way to recall it': offersNo(ASK), ...look.sees } });

/** Recalled by the user, and what comes of it. */
const recalling = (of: Id, shows: readonly Words[], look: Partial<Look> = {}) =>
  message(of, shows, { act: (recall) => recall.recall(), ...look });

const dialog = (words: RegExp): NonNullable<Look['sees']> => ({
  'the dialog': ({ dialog }) => words.test(dialog),
});
/** The recipient's number, by how it is written. */
const number = (isWritten: RegExp): NonNullable<Look['sees']> => ({
  'the number': (recall) => isWritten.test(recall.fact(/Modtager|Recipient/)),
});

// Looking a message up.

export const Default = state({
  shows: [
    ['MeddelelsesID', 'Message id'],
    ['Slå op', 'Look up'],
  ],
  sees: {
    'an empty field': ({ field }) => field.value === '',
    'no message': ({ summary }) => summary === '',
  },
});

const UNTIL: Words = [
  'Kan tilbagekaldes til og med 1. december 2026. Der er 9 dage tilbage.',
  'Can be recalled until and including 1 December 2026. 9 days are left.',
];

export const Found = recallable(messages.recallable, [UNTIL, ['Fjordby Kommune', 'Fjordby Kommune']], {
  sees: number(/^CPR \d{6}-\*{4}/),
});

export const LastDay = recallable(messages.lastDay, [['22. november 2026. Det er i dag.', 'That is today.']]);

export const ToCompany = recallable(messages.toCompany, [['CVR 99000001', 'CVR 99000001']], {
  sees: { 'nothing to reveal': offersNo(/CPR/) },
});

export const NumberShown = recallable(messages.maskedRecipient, [['Skjul CPR-nummer', 'Hide CPR number']], {
  act: (recall) => recall.toggleNumber(),
  sees: number(/^CPR \d{6}-\d{4}/),
});

export const NumberNotShown = recallable(
  messages.maskedRecipient,
  [['Vi kunne ikke hente CPR-nummeret', 'We could not get the CPR number']],
  {
    pilot: (pilot) => pilot.addFault({ match: 'GET /messages/*/recipient', status: 500 }),
    act: (recall) => recall.toggleNumber(),
    sees: { 'the way to try again': offers(/^(Vis|Show) CPR/) },
  },
);

export const LookingUp = state({
  pilot: (pilot) => pilot.addFault({ match: LOOK_UP, delayMs: 60_000 }),
  act: async (recall) => {
    recall.write(messages.recallable.id);
    await recall.press(/^(Slå op|Look up)$/);
  },
  shows: COMMON.loading,
});

export const LookUpFailed = state({
  pilot: (pilot) => pilot.addFault({ match: LOOK_UP, status: 500 }),
  act: (recall) => recall.lookUp(messages.recallable.id),
  shows: COMMON.serverError,
  sees: { 'what was typed': ({ field }) => field.value === messages.recallable.id, canRetry },
});

export const WithoutWord = recallable(messages.noRecallField, [
  ['Kan tilbagekaldes til og med 1. december 2026', 'Can be recalled until and including 1 December 2026'],
]);

export const Narrow320 = recallable(messages.recallable, [['Fjordby Kommune', 'Fjordby Kommune']], {
  args: { width: 288 },
  sees: { 'all of it in its room': fitsIn(288) },
});

export const Dark = recallable(messages.recallable, [UNTIL], {
  scheme: 'dark',
  sees: { 'dark colours': isDark },
});

// Recalling it.

export const Asking = message(messages.recallable, [['Det kan ikke fortrydes.', 'This cannot be undone.']], {
  act: (recall) => recall.ask(),
  sees: {
    ...dialog(/Vil du tilbagekalde|Do you want to recall/),
    'yes and no': (recall) => offers(/^(Bekræft|Confirm) /)(recall) && offers(/^(Fortryd|Cancel)$/)(recall),
  },
});

export const Recalling = message(messages.recallable, [['Tilbagekalder …', 'Recalling …']], {
  pilot: (pilot) => pilot.addFault({ match: RECALL, delayMs: 60_000 }),
  act: async (recall) => {
    await recall.ask();
    await recall.confirm();
  },
  sees: dialog(/Tilbagekalder …|Recalling …/),
});

export const Recalled = recalling(
  messages.recallable,
  [
    ['Meddelelsen er tilbagekaldt', 'The message is recalled'],
    ['Kvittering for tilbagekald', 'Receipt for the recall'],
  ],
  {
    sees: {
      'no way to recall it again': offersNo(ASK),
      'what can be taken along': offers(/^(Hent kvittering|Save receipt)$/),
    },
  },
);

// Why it cannot be recalled.

export const NoValueDate = hindered(messages.noValueDate, [['har ingen valørdato', 'has no value date']]);

export const Validated = hindered(messages.validated, [['har ingen valørdato', 'has no value date']]);

export const ValueDateToday = hindered(messages.valueDateToday, [['Det er for sent', 'It is too late']]);

export const ValueDatePassed = hindered(messages.valueDatePassed, [
  ['Valørdatoen er nået', 'The value date has'],
]);

export const AlreadyRecalled = hindered(messages.alreadyRecalled, [
  ['Tilbagekaldt 21. november 2026 kl. 14:30', 'Recalled 21 November 2026 at 14:30'],
]);

export const AlreadyDelivered = hindered(messages.alreadyDelivered, [
  ['allerede leveret', 'already delivered'],
]);

export const Rejected = hindered(messages.rejected, [['Meddelelsen er afvist', 'The message is rejected']]);

export const NoRight = hindered(messages.recallable, [['Du må ikke tilbagekalde', 'You may not recall']], {
  pilot: (pilot) => pilot.setPersona('caseworker-limited'),
});

/** It cannot be read either. */
const unreadable = (of: Id, words: Words) =>
  hindered(of, [words], { sees: { 'no message': ({ summary }) => summary === '' } });

export const OtherAuthority = unreadable(messages.notPermitted, [
  'Du må ikke tilbagekalde meddelelsen',
  'You may not recall the message',
]);

export const NotFound = unreadable(messages.unknown, [
  'Vi kan ikke finde meddelelsen',
  'We cannot find the message',
]);

export const BadId = unreadable({ id: '63fe3b8e' }, [
  'Skriv hele MeddelelsesID',
  'Write the whole message id',
]);

// When a recall goes wrong.

/** The server's answer of a moment ago still allowed it. */
const recallingLate = ({ id }: Id, shows: readonly Words[]) =>
  recalling({ id }, shows, {
    pilot: (pilot) =>
      pilot.addFault({
        match: LOOK_UP,
        body: makeMessage({ messageUUID: id, recall: { allowed: true, until: '2026-11-21' } }),
      }),
    act: (recall, pilot) => {
      pilot.setFaults([]);
      return recall.recall();
    },
    sees: { 'no way to recall it': offersNo(ASK) },
  });

export const PassedMeanwhile = recallingLate(messages.valueDateToday, [
  ['Det er for sent at tilbagekalde', 'It is too late to recall it'],
]);

/** By somebody else, or in another window. */
export const RecalledMeanwhile = recallingLate(messages.alreadyRecalled, [
  ['Meddelelsen er allerede tilbagekaldt', 'The message is already recalled'],
]);

/** Somebody else has changed it: what is on screen now is the newest. */
export const ChangedMeanwhile = recalling(
  messages.recallable,
  [['Meddelelsen er ændret i mellemtiden', 'The message has changed meanwhile']],
  {
    pilot: (pilot) => pilot.addFault({ match: RECALL, status: 412, times: 1 }),
    sees: { 'the way to recall it': offers(ASK) },
  },
);

export const SignedOutMeanwhile = recalling(messages.recallable, COMMON.signedOut, {
  pilot: (pilot) => pilot.addFault({ match: RECALL, status: 401 }),
  sees: {
    'what was typed': ({ field }) => field.value === messages.recallable.id,
    'nothing of the message': ({ summary }) => summary === '',
  },
});

export const NoAnswer = recalling(
  messages.recallable,
  [['Vi ved ikke, om meddelelsen er tilbagekaldt', 'We do not know whether the message is recalled']],
  {
    act: (recall, pilot) => {
      pilot.addFault({ match: RECALL, network: true, after: true, times: 1 });
      pilot.addFault({ match: LOOK_UP, status: 500 });
      return recall.recall();
    },
    sees: { 'no way to recall it': offersNo(ASK), canRetry },
  },
);

export const ClosedForNow = recalling(
  messages.recallable,
  [['Meddelelsen er ikke tilbagekaldt', 'The message is not recalled']],
  {
    pilot: (pilot) => pilot.addFault({ match: RECALL, status: 503, times: 1 }),
    sees: { 'the way to recall it': offers(ASK) },
  },
);

// While it loads, and when something fails.

/** A state that the backend's answer alone leads to. */
const answer = (name: Parameters<typeof scenario>[0], look: Omit<Look, 'args'>) =>
  scenario(name, { args: { 'message-id': messages.recallable.id }, ...look });

export const Loading = answer('slow', { state: 'loading', shows: COMMON.loading });

export const Unauthorised = answer('unauthorised', { state: 'error', shows: COMMON.signedOut });

export const ServerError = answer('server-error', {
  state: 'error',
  shows: COMMON.serverError,
  sees: { canRetry },
});

export const ContractBroken = answer('contract-broken', { state: 'error', shows: COMMON.badShape });

export const Hostile = answer('hostile', { shows: [['<img src=x', '<img src=x']] });
