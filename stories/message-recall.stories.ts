import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { MessageRecallHarness } from '../components/testing.js';
import type { ScenarioName } from '../mocks/contract/scenarios.js';
import { messageTestIds as messages } from '../mocks/index.js';
import type { Story as AnyStory, StoryParameters } from './story.js';

/** The documented attributes, and what the host puts into and around the element. */
interface Args {
  'message-id'?: string;
  'heading-level'?: number;
  'backend-url'?: string;
  lang?: string;
  /** The host's own content in the default slot. */
  fallback?: string;
  /** Width of the room that the host gives it, in px. */
  width?: number;
}

type Story = AnyStory<Args>;

const meta: Meta<Args> = {
  title: 'Widgets/Message recall',
  component: 'skranke-message-recall',
  argTypes: {
    fallback: { control: 'text', description: 'The host’s own content in the default slot' },
    width: { control: 'number', description: 'Room that the host gives it, in px' },
  },
  render: (args) => {
    const widget = html`<skranke-message-recall
      message-id=${ifDefined(args['message-id'])}
      heading-level=${ifDefined(args['heading-level'])}
      backend-url=${ifDefined(args['backend-url'])}
      lang=${ifDefined(args.lang)}
      >${args.fallback ? html`<p>${args.fallback}</p>` : nothing}</skranke-message-recall
    >`;
    return args.width ? html`<div style="inline-size: ${args.width}px">${widget}</div>` : widget;
  },
};

export default meta;

type Play = (recall: MessageRecallHarness) => Promise<void>;

/** A message, what the user does with it, and what is then on screen. */
function story(
  of: { readonly id: string },
  [da, en]: readonly [string, string],
  play?: Play,
  pilot?: StoryParameters['pilot'],
): Story {
  return {
    args: { 'message-id': of.id },
    parameters: { shows: [da, en], ...(pilot && { pilot }) },
    ...(play && {
      play: async ({ canvasElement }) => {
        const recall = MessageRecallHarness.in(canvasElement);
        await recall.settled();
        await play(recall);
      },
    }),
  };
}

/** A state that the backend's answer alone leads to. */
function scenario(name: ScenarioName, parameters: StoryParameters): Story {
  return {
    args: { 'message-id': messages.recallable.id },
    parameters: { ...parameters, pilot: (pilot) => pilot.setScenario(name) },
  };
}

const RECALL = 'POST /messages/*/recall';

// Looking a message up.

export const Default: Story = { parameters: { shows: ['MeddelelsesID', 'Message id'] } };

export const Found = story(messages.recallable, [
  'Kan tilbagekaldes til og med 1. december 2026. Der er 9 dage tilbage.',
  'Can be recalled until and including 1 December 2026. 9 days are left.',
]);

export const LastDay = story(messages.lastDay, ['22. november 2026. Det er i dag.', 'That is today.']);

export const ToCompany = story(messages.toCompany, ['CVR 99000001', 'CVR 99000001']);

export const NumberShown = story(messages.maskedRecipient, ['CPR 111213-1016', 'CPR 111213-1016'], (recall) =>
  recall.toggleNumber(),
);

export const NumberNotShown = story(
  messages.maskedRecipient,
  ['Vi kunne ikke hente CPR-nummeret', 'We could not get the CPR number'],
  (recall) => recall.toggleNumber(),
  (pilot) => pilot.addFault({ match: 'GET /messages/*/recipient', status: 500 }),
);

export const WithoutWord = story(messages.noRecallField, [
  'Kan tilbagekaldes til og med 1. december 2026',
  'Can be recalled until and including 1 December 2026',
]);

export const Narrow320: Story = {
  ...story(messages.recallable, ['Fjordby Kommune', 'Fjordby Kommune']),
  args: { 'message-id': messages.recallable.id, width: 288 },
};

export const Dark: Story = {
  ...story(messages.recallable, ['Tilbagekald', 'Recall']),
  globals: { scheme: 'dark' },
};

// Recalling it.

export const Asking = story(
  messages.recallable,
  ['Det kan ikke fortrydes.', 'This cannot be undone.'],
  (recall) => recall.ask(),
);

export const Recalling = story(
  messages.recallable,
  ['Tilbagekalder …', 'Recalling …'],
  async (recall) => {
    await recall.ask();
    await recall.confirm();
  },
  (pilot) => pilot.addFault({ match: RECALL, delayMs: 60_000 }),
);

export const Recalled = story(
  messages.recallable,
  ['Kvittering for tilbagekald', 'Receipt for the recall'],
  (recall) => recall.recall(),
);

// Why it cannot be recalled.

export const NoValueDate = story(messages.noValueDate, ['har ingen valørdato', 'has no value date']);

export const Validated = story(messages.validated, ['har ingen valørdato', 'has no value date']);

export const ValueDateToday = story(messages.valueDateToday, ['Det er for sent', 'It is too late']);

export const ValueDatePassed = story(messages.valueDatePassed, ['Valørdatoen er nået', 'The value date has']);

export const AlreadyRecalled = story(messages.alreadyRecalled, [
  'Tilbagekaldt 21. november 2026 kl. 14:30',
  'Recalled 21 November 2026 at 14:30',
]);

export const AlreadyDelivered = story(messages.alreadyDelivered, ['allerede leveret', 'already delivered']);

export const Rejected = story(messages.rejected, ['Meddelelsen er afvist', 'The message is rejected']);

export const NoRight = story(
  messages.recallable,
  ['Du må ikke tilbagekalde', 'You may not recall'],
  undefined,
  (pilot) => pilot.setPersona('caseworker-limited'),
);

export const OtherAuthority = story(messages.notPermitted, [
  'Du må ikke tilbagekalde meddelelsen',
  'You may not recall the message',
]);

export const NotFound = story(messages.unknown, [
  'Vi kan ikke finde meddelelsen',
  'We cannot find the message',
]);

export const BadId = story({ id: '63fe3b8e' }, ['Skriv hele MeddelelsesID', 'Write the whole message id']);

// When a recall goes wrong.

/** The server's answer of a moment ago still allows it. */
export const PassedMeanwhile = story(
  messages.valueDateToday,
  ['Det er for sent at tilbagekalde', 'It is too late to recall it'],
  (recall) => recall.recall(),
  (pilot) =>
    pilot.addFault({
      match: 'GET /messages/*',
      times: 1,
      body: {
        messageUUID: messages.valueDateToday.id,
        label: 'Opkrævning for institution',
        status: 'AWAITING_VALUE_DATE',
        recall: { allowed: true, until: '2026-11-21' },
      },
    }),
);

/** Somebody else has changed it: what is on screen now is the newest. */
export const ChangedMeanwhile = story(
  messages.recallable,
  ['Meddelelsen er ændret i mellemtiden', 'The message has changed meanwhile'],
  (recall) => recall.recall(),
  (pilot) => pilot.addFault({ match: RECALL, status: 412, times: 1 }),
);

export const NoAnswer = story(
  messages.recallable,
  ['Vi ved ikke, om meddelelsen er tilbagekaldt', 'We do not know whether the message is recalled'],
  async (recall) => {
    await recall.recall();
    await recall.shows(/Vi ved ikke|We do not know/);
  },
  (pilot) => {
    pilot.addFault({ match: RECALL, network: true, after: true, times: 1 });
    // The look-up that shows the message is answered; the one after the recall is not.
    pilot.addFault({ match: 'GET /messages/*', times: 1 });
    pilot.addFault({ match: 'GET /messages/*', status: 500 });
  },
);

export const ClosedForNow = story(
  messages.recallable,
  ['Meddelelsen er ikke tilbagekaldt', 'The message is not recalled'],
  (recall) => recall.recall(),
  (pilot) => pilot.addFault({ match: RECALL, status: 503, times: 1 }),
);

// While it loads, and when something fails.

export const Loading: Story = scenario('slow', { state: 'loading', shows: ['Henter …', 'Loading …'] });

export const Unauthorised: Story = scenario('unauthorised', {
  state: 'error',
  shows: ['Du er ikke logget ind', 'You are not logged in'],
});

export const ServerError: Story = scenario('server-error', {
  state: 'error',
  shows: ['Der er en fejl i systemet', 'There is an error in the system'],
});

export const ContractBroken: Story = scenario('contract-broken', {
  state: 'error',
  shows: ['Svaret fra systemet mangler noget', 'The answer from the system lacks something'],
});

export const Hostile: Story = scenario('hostile', {
  shows: ['<img src=x', '<img src=x'],
});
