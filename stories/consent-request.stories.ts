import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ConsentRequestHarness } from '../components/testing.js';
import type { ScenarioName } from '../mocks/contract/scenarios.js';
import { consentTestIds as ids } from '../mocks/index.js';
import type { Story as AnyStory, StoryParameters } from './story.js';

/** The documented attributes, and what the host puts into and around the element. */
interface Args {
  'request-id'?: string;
  'allowed-return-origins'?: string;
  'return-status'?: boolean;
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
  title: 'Widgets/Consent request',
  component: 'skranke-consent-request',
  argTypes: {
    fallback: { control: 'text', description: 'The host’s own content in the default slot' },
    width: { control: 'number', description: 'Room that the host gives it, in px' },
  },
  render: (args) => {
    const request = html`<skranke-consent-request
      request-id=${ifDefined(args['request-id'])}
      allowed-return-origins=${ifDefined(args['allowed-return-origins'])}
      ?return-status=${args['return-status'] ?? false}
      heading-level=${ifDefined(args['heading-level'])}
      backend-url=${ifDefined(args['backend-url'])}
      lang=${ifDefined(args.lang)}
      >${args.fallback ? html`<p>${args.fallback}</p>` : nothing}</skranke-consent-request
    >`;
    return args.width ? html`<div style="inline-size: ${args.width}px">${request}</div>` : request;
  },
};

export default meta;

const request = (of: { readonly id: string }): Args => ({ 'request-id': of.id });
const BACK = { 'allowed-return-origins': 'https://portal.example.dk' };

/** A state that the request alone leads to. */
const stored = (of: { readonly id: string }, da: string, en: string): Story => ({
  args: { ...request(of), ...BACK },
  parameters: { shows: [da, en] },
});

/** A state that the backend's answer alone leads to. */
const scenario = (name: ScenarioName, parameters: StoryParameters): Story => ({
  args: request(ids.open),
  parameters: { ...parameters, pilot: (pilot) => pilot.setScenario(name) },
});

const blocked = (of: { readonly id: string }, da: string, en: string): Story => ({
  args: request(of),
  parameters: { state: 'error', shows: [da, en] },
});

/** What the user does once the request is there, and what it leads to. */
const played = (
  args: Args,
  shows: readonly [string, string],
  act: (consent: ConsentRequestHarness) => Promise<void>,
  pilot?: StoryParameters['pilot'],
): Story => ({
  args: { ...args, ...BACK },
  parameters: { shows, ...(pilot && { pilot }) },
  play: async ({ canvasElement }) => {
    const consent = ConsentRequestHarness.in(canvasElement);
    await consent.settled();
    await act(consent);
    await consent.quiet();
  },
});

// Before the answer.

export const Default: Story = stored(ids.open, 'Hvis du siger nej', 'If you say no');
export const LastDay: Story = stored(ids.lastDay, '22. november 2026', '22 November 2026');
export const OnePurpose: Story = stored(ids.single, 'Ingen slutdato', 'No end date');
export const ManyPurposes: Story = stored(ids.many, 'Tandplejen', 'Tandplejen');
export const EnglishDeclaration: Story = stored(ids.english, 'Made-up Act', 'Made-up Act');

export const Phone: Story = {
  args: { ...request(ids.open), width: 288 },
  parameters: { shows: ['Nej, jeg giver ikke samtykke', 'No, I do not give consent'] },
};

export const Dark: Story = {
  args: request(ids.open),
  globals: { scheme: 'dark' },
  parameters: { shows: ['Gå videre', 'Continue'] },
};

export const Undecided: Story = played(
  request(ids.open),
  ['Vælg ja eller nej til: Hente', 'Choose yes or no to: Hente'],
  (consent) => consent.goOn(),
);

export const Summary: Story = played(
  request(ids.open),
  ['Du har ikke svaret endnu', 'You have not answered yet'],
  async (consent) => {
    await consent.chooseAll('given');
    await consent.choose('økonomi', 'refused');
    await consent.goOn();
  },
);

export const Changed: Story = played(
  request(ids.changesOnce),
  ['Oplysninger Ændret', 'Data Changed'],
  (consent) => consent.answer('given'),
);

export const NotStored: Story = played(
  request(ids.open),
  ['Det er ikke gemt endnu', 'It is not stored yet'],
  async (consent) => {
    await consent.answer('given');
    await consent.shows(/Det er ikke gemt|It is not stored/);
  },
  (pilot) => pilot.addFault({ match: 'POST *', status: 503 }),
);

export const Unknown: Story = played(
  request(ids.open),
  ['Vi ved ikke, om det er gemt', 'We do not know whether it is stored'],
  async (consent) => {
    await consent.answer('given');
    await consent.shows(/Vi ved ikke|We do not know/);
  },
  (pilot) =>
    pilot.setFaults([
      { match: 'GET *', times: 1 },
      { match: '*', status: 500 },
    ]),
);

// After it.

export const Receipt: Story = played(
  request(ids.open),
  ['Dit svar er modtaget', 'Your answer has been received'],
  async (consent) => {
    await consent.answer('given');
    await consent.shows(/modtaget|received/);
  },
);

export const Accepted: Story = stored(ids.accepted, 'Du har givet samtykke', 'You have given consent');
export const PartlyAccepted: Story = stored(ids.partlyAccepted, 'til en del af det', 'to a part of it');
export const Rejected: Story = stored(
  ids.rejected,
  'Du har ikke givet samtykke',
  'You have not given consent',
);
export const OneWithdrawn: Story = stored(
  ids.oneWithdrawn,
  'Du har tilbagekaldt samtykket',
  'You have withdrawn the consent',
);
export const Revoked: Story = stored(ids.revoked, 'tilbagekaldt dit samtykke', 'withdrawn your consent');
export const ConsentExpired: Story = stored(ids.consentExpired, 'gælder ikke længere', 'no longer valid');
export const Expired: Story = stored(ids.expired, 'Fristen for at svare er udløbet', 'has run out');
export const Deleted: Story = stored(
  ids.deleted,
  'har trukket anmodningen tilbage',
  'taken the request back',
);

export const ConfirmWithdrawal: Story = played(
  request(ids.accepted),
  ['Vil du tilbagekalde dette samtykke?', 'Do you want to withdraw this consent?'],
  (consent) => consent.withdraw('økonomi'),
);

export const Withdrawn: Story = played(
  request(ids.accepted),
  ['Samtykket er tilbagekaldt', 'The consent has been withdrawn'],
  async (consent) => {
    await consent.withdraw('økonomi');
    await consent.confirm();
    await consent.shows(/er tilbagekaldt|has been withdrawn/);
  },
);

// What blocks it.

export const NotYours: Story = blocked(
  ids.notYours,
  'Anmodningen er ikke til dig',
  'The request is not for you',
);
export const UnknownId: Story = blocked(ids.unknown, 'Anmodningen findes ikke', 'The request does not exist');
export const MissingText: Story = blocked(
  ids.missingText,
  'Du kan ikke svare endnu',
  'You cannot answer yet',
);

export const NoId: Story = {
  args: { fallback: 'Ring til kommunen på 00 00 00 00.' },
  parameters: { state: 'error', shows: ['Siden er sat forkert op', 'This page is set up wrongly'] },
};

export const Loading: Story = scenario('slow', { state: 'loading', shows: ['Henter …', 'Loading …'] });

export const Hostile: Story = scenario('hostile', { shows: ['<script>', '<script>'] });

export const Unauthorised: Story = scenario('unauthorised', {
  state: 'error',
  shows: ['Du er ikke logget ind', 'You are not logged in'],
});
