import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { DeadlineListHarness } from '../components/testing.js';
import { makeActivityList, makeSag } from '../mocks/mit-virk/factories.js';
import type { ScenarioName } from '../mocks/contract/scenarios.js';
import type { Story as AnyStory, StoryParameters } from './story.js';

/** The documented attributes, and what the host puts into and around the element. */
interface Args {
  types?: string;
  filter?: string;
  'page-size'?: number;
  'refresh-seconds'?: number;
  'heading-level'?: number;
  'backend-url'?: string;
  lang?: string;
  /** The host's own content in the default slot. */
  fallback?: string;
  /** Width of the room that the host gives it, in px. */
  width?: number;
}

type Story = AnyStory<Args>;

const ALL_TYPES = 'frist sag besked tilladelse';

/** A state that the backend's answer alone leads to. */
function scenario(name: ScenarioName, parameters: StoryParameters = {}): StoryParameters {
  return { ...parameters, pilot: (pilot) => pilot.setScenario(name) };
}

/** An error that blocks the list, with its words. */
function failing(name: ScenarioName, da: string, en: string): Story {
  return { parameters: scenario(name, { state: 'error', shows: [da, en] }) };
}

/** The list when it has loaded. */
async function listIn({ canvasElement }: { canvasElement: HTMLElement }): Promise<DeadlineListHarness> {
  const list = DeadlineListHarness.in(canvasElement);
  await list.settled();
  return list;
}

const meta: Meta<Args> = {
  title: 'Widgets/Deadline list',
  component: 'skranke-deadline-list',
  // Its docs page is deadline-list.mdx.
  tags: ['!autodocs'],
  argTypes: {
    fallback: { control: 'text', description: 'The host’s own content in the default slot' },
    width: { control: 'number', description: 'Room that the host gives it, in px' },
  },
  render: (args) => {
    const list = html`<skranke-deadline-list
      types=${ifDefined(args.types)}
      filter=${ifDefined(args.filter)}
      page-size=${ifDefined(args['page-size'])}
      refresh-seconds=${ifDefined(args['refresh-seconds'])}
      heading-level=${ifDefined(args['heading-level'])}
      backend-url=${ifDefined(args['backend-url'])}
      lang=${ifDefined(args.lang)}
      >${args.fallback ? html`<p>${args.fallback}</p>` : nothing}</skranke-deadline-list
    >`;
    return args.width ? html`<div style="inline-size: ${args.width}px">${list}</div>` : list;
  },
};

export default meta;

// What is there.

export const Default: Story = {
  parameters: { shows: ['17 ting venter på virksomheden', '17 things await the company'] },
};

export const AllTypes: Story = {
  args: { types: ALL_TYPES },
  parameters: { shows: ['Igangværende sager', 'Ongoing cases'] },
};

export const OnlyNotices: Story = {
  args: { types: 'besked' },
  parameters: { shows: ['Fjern', 'Remove'] },
};

export const OnlyPermits: Story = {
  args: { types: 'tilladelse' },
  parameters: { shows: ['Tilladelsesnummer', 'Permit number'] },
};

export const Empty: Story = {
  parameters: scenario('empty', {
    state: 'empty',
    shows: ['Intet venter på virksomheden lige nu', 'Nothing awaits the company right now'],
  }),
};

export const NothingAwaitsButCases: Story = {
  parameters: {
    pilot: (pilot) =>
      pilot.addFault({
        match: 'GET /activities*',
        body: makeActivityList([makeSag({ status: 'Modtaget' })]),
      }),
    shows: ['Intet venter på virksomheden lige nu', 'Nothing awaits the company right now'],
  },
};

export const CasesOnly: Story = {
  parameters: scenario('cases-only', { shows: ['Igangværende sager', 'Ongoing cases'] }),
};

export const OverdueOnly: Story = {
  parameters: scenario('overdue-only', { shows: ['Overskredet: Indsend', 'Overdue: Indsend'] }),
};

export const OneBadItem: Story = {
  parameters: scenario('one-bad-item', {
    shows: ['1 frist kunne ikke vises', '1 deadline could not be shown'],
  }),
};

export const Hostile: Story = {
  args: { types: ALL_TYPES },
  parameters: scenario('hostile', { shows: ['Skadelig tekst 1', 'Skadelig tekst 1'] }),
  play: async (context) => {
    const list = await listIn(context);
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) await list.open(`Skadelig tekst ${number}`);
  },
};

export const Many: Story = {
  args: { types: ALL_TYPES },
  parameters: scenario('many', { shows: ['Viser 1–12 af', 'Showing 1–12 of'] }),
};

export const PartOfTheListFails: Story = {
  parameters: scenario('page-fails', { shows: ['Listen er ikke komplet', 'The list is not complete'] }),
};

// How it is looked at.

export const FilterOverdue: Story = {
  args: { filter: 'overdue' },
  parameters: { shows: ['Overskredet (2)', 'Overdue (2)'] },
};

export const FilterUpcoming: Story = {
  args: { filter: 'upcoming' },
  parameters: { shows: ['Kommende (15)', 'Upcoming (15)'] },
};

export const FilterWithNone: Story = {
  args: { filter: 'upcoming' },
  parameters: scenario('overdue-only', {
    shows: ['Der er ingen kommende frister', 'There are no upcoming deadlines'],
  }),
};

export const SecondPage: Story = {
  parameters: { shows: ['Viser 13–17 af 17', 'Showing 13–17 of 17'] },
  play: async (context) => {
    const list = await listIn(context);
    await list.nextPage();
  },
};

export const SmallPages: Story = {
  args: { types: ALL_TYPES, 'page-size': 2 },
  parameters: { shows: ['Viser 1–2 af 3', 'Showing 1–2 of 3'] },
};

export const RowOpen: Story = {
  parameters: { shows: ['hvem der har ansvaret', 'hvem der har ansvaret'] },
  play: async (context) => {
    const list = await listIn(context);
    await list.open('Send plan for egenkontrol');
    await list.open('Indsend årsregnskab');
  },
};

// While it loads, and when that fails.

export const Loading: Story = {
  parameters: scenario('slow', { state: 'loading', shows: ['Henter …', 'Loading …'] }),
};

export const LoadingWithFallback: Story = {
  args: { fallback: 'Se virksomhedens frister på virk.dk.' },
  parameters: scenario('slow', { state: 'loading' }),
};

export const ErrorWithFallback: Story = {
  args: { fallback: 'Se virksomhedens frister på virk.dk.' },
  parameters: scenario('server-error', {
    state: 'error',
    shows: ['Der er en fejl i systemet', 'There is an error in the system'],
  }),
};

export const Forbidden: Story = failing('forbidden', 'Du har ikke adgang', 'You do not have access');

export const Unauthorised: Story = failing('unauthorised', 'Du er ikke logget ind', 'You are not logged in');

export const NotFound: Story = failing('not-found', 'Vi kan ikke finde det', 'We cannot find it');

export const ServerError: Story = failing('server-error', 'Der er en fejl i systemet', 'There is an error');

export const Unavailable: Story = failing(
  'unavailable',
  'Systemet er lukket lige nu',
  'The system is closed',
);

export const RateLimited: Story = failing('rate-limited', 'Vent 2 minutter', 'Wait 2 minutes');

export const ContractBroken: Story = failing(
  'contract-broken',
  'Svaret fra systemet mangler noget',
  'The answer from the system lacks something',
);

export const HtmlInsteadOfJson: Story = failing(
  'html',
  'Vi kan ikke læse svaret fra systemet',
  'We cannot read the answer from the system',
);

export const Offline: Story = failing('offline', 'Vi kan ikke få forbindelse', 'We cannot connect');

export const WrongBackendUrl: Story = {
  args: { 'backend-url': 'ftp://example.dk/' },
  parameters: { state: 'error', shows: ['Siden er sat forkert op', 'This page is set up wrongly'] },
};

// When the content is there, and something fails later.

export const RefreshFailed: Story = {
  parameters: {
    pilot: (pilot) =>
      pilot.setFaults([
        // The first answer comes as usual.
        { match: 'GET /activities*', times: 1 },
        { match: 'GET /activities*', status: 500 },
      ]),
    shows: ['Listen er måske ikke den nyeste', 'The list may not be up to date'],
  },
  play: async (context) => {
    const list = await listIn(context);
    list.element.reload();
    await list.shows(/Listen er måske ikke den nyeste|The list may not be up to date/);
  },
};

export const DismissalFailed: Story = {
  args: { types: 'besked' },
  parameters: {
    pilot: (pilot) => pilot.addFault({ match: 'POST /activities/*', status: 500 }),
    shows: ['Beskeden Nye åbningstider blev ikke fjernet', 'The notice Nye åbningstider was not removed'],
  },
  play: async (context) => {
    const list = await listIn(context);
    await list.dismiss('Nye åbningstider');
    await list.shows(/blev ikke fjernet|was not removed/);
  },
};

// On other pages.

export const English: Story = {
  args: { lang: 'en', types: ALL_TYPES },
  parameters: { shows: ['17 things await the company', '17 things await the company'] },
};

export const HeadingLevel: Story = { args: { 'heading-level': 4, types: ALL_TYPES } };

export const Narrow320: Story = { ...RowOpen, args: { width: 320, types: ALL_TYPES } };

export const Narrow240: Story = { ...RowOpen, args: { width: 240, types: ALL_TYPES } };

export const NarrowHostile: Story = { ...Hostile, args: { width: 240, types: ALL_TYPES } };

export const Dark: Story = { ...RowOpen, args: { types: ALL_TYPES }, globals: { scheme: 'dark' } };

export const DarkDismissalFailed: Story = { ...DismissalFailed, globals: { scheme: 'dark' } };
