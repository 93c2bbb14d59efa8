import type { Meta } from '@storybook/web-components-vite';
import { DeadlineListHarness } from '../components/testing.js';
import type { ScenarioName } from '../mocks/contract/scenarios.js';
import { makeActivityList, makeBesked, makeFrist, makeSag } from '../mocks/mit-virk/factories.js';
import { AWAITING, filtered, parts, rows } from './deadline-list.seen.js';
import { canRetry, COMMON, fitsIn, hasFallback, isDark, offersNo } from './seen.js';
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
  types?: string;
  filter?: string;
  'page-size'?: number;
  'refresh-seconds'?: number;
}

const meta: Meta<Args> = {
  title: 'Widgets/Deadline list',
  component: 'skranke-deadline-list',
  // Its docs page is deadline-list.mdx.
  tags: ['!autodocs'],
  argTypes: hostArgTypes,
  render: renderWidget('skranke-deadline-list'),
};

export default meta;

const { state, scenario } = statesOf<Args, DeadlineListHarness>(DeadlineListHarness);
type Look = State<Args, DeadlineListHarness>;

const ALL_TYPES = 'frist sag besked tilladelse';
const LIST = 'GET /activities*';
const NOTHING_HERE: Words = ['Her er ikke noget lige nu', 'There is nothing here right now'];
const NOTHING: Words = ['Intet venter på virksomheden lige nu', 'Nothing awaits the company right now'];
const INCOMPLETE: Words = ['Listen er ikke komplet', 'The list is not complete'];

/** An error that blocks the list, with its words. */
const failing = (name: ScenarioName, shows: readonly Words[], more: Partial<Look> = {}) =>
  scenario(name, {
    state: 'error',
    shows,
    ...more,
    sees: { 'no list': (list) => list.parts.length === 0, ...more.sees },
  });

/** What the backend answers from now on, in place of its own. */
const answer = (...activities: Parameters<typeof makeActivityList>[0]) => ({
  match: LIST,
  body: makeActivityList(activities),
});
const answering =
  (...activities: Parameters<typeof makeActivityList>[0]): NonNullable<Look['pilot']> =>
  (pilot) =>
    pilot.addFault(answer(...activities));

// What is there.

export const Default = state({
  shows: [
    ['17 ting venter på virksomheden', '17 things await the company'],
    ['2 frister er overskredet', '2 deadlines have passed'],
  ],
  sees: {
    ...rows(12),
    'what is overdue first': (list) =>
      list
        .rows(AWAITING)
        .slice(0, 2)
        .every((row) => /Overskredet:|Overdue:/.test(row)),
  },
});

export const AllTypes = state({
  args: { types: ALL_TYPES },
  shows: [['Igangværende sager', 'Ongoing cases']],
  sees: parts(AWAITING, /Igangværende|Ongoing/, /Beskeder|Notices/, /Tilladelser|Permits/),
});

export const OnlyNotices = state({
  args: { types: 'besked' },
  shows: [['Fjern', 'Remove']],
  sees: parts(/Beskeder|Notices/),
});

export const OnlyPermits = state({
  args: { types: 'tilladelse' },
  shows: [['Tilladelsesnummer', 'Permit number']],
  sees: parts(/Tilladelser|Permits/),
});

export const Empty = scenario('empty', {
  state: 'empty',
  shows: [NOTHING, ['Når en myndighed har brug for noget', 'When an authority needs something']],
});

export const NoPermits = scenario('empty', {
  args: { types: 'tilladelse' },
  state: 'empty',
  shows: [NOTHING_HERE],
});

export const NothingAwaitsButCases = state({
  pilot: answering(makeSag({ status: 'Modtaget' })),
  shows: [NOTHING, ['Status: Modtaget', 'Status: Modtaget']],
  sees: rows(1, /Igangværende|Ongoing/),
});

export const CasesOnly = scenario('cases-only', {
  shows: [['Igangværende sager', 'Ongoing cases']],
  sees: { 'no deadline': (list) => list.rows(AWAITING).every((row) => row.includes('Afventer virksomhed')) },
});

export const OverdueOnly = scenario('overdue-only', {
  shows: [['Overskredet: Indsend', 'Overdue: Indsend']],
  sees: {
    'nothing upcoming': (list) => list.filters.some((name) => /^(Kommende|Upcoming) \(0\)/.test(name)),
  },
});

export const OneBadItem = scenario('one-bad-item', {
  shows: [['1 frist kunne ikke vises', '1 deadline could not be shown']],
  sees: { 'the rest': (list) => list.rows(AWAITING).length > 0, canRetry },
});

const HARMFUL = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Skadelig tekst ${number}`);
const hostile: Look = {
  args: { types: ALL_TYPES },
  act: async (list) => {
    for (const title of HARMFUL) await list.open(title);
  },
  shows: [['Skadelig tekst 1', 'Skadelig tekst 1']],
  sees: {
    'all of them open': (list) => HARMFUL.every((title) => list.isOpen(title) && list.opened(title) !== ''),
  },
};
export const Hostile = scenario('hostile', hostile);

export const Many = scenario('many', {
  args: { types: ALL_TYPES },
  shows: [['Viser 1–12 af', 'Showing 1–12 of']],
  sees: { 'over a hundred': (list) => /(af|of) \d{3,}/.test(list.text) },
});

export const PartOfTheListFails = scenario('page-fails', {
  shows: [INCOMPLETE],
  sees: { ...rows(12), canRetry },
});

// How it is looked at.

export const FilterOverdue = state({
  args: { filter: 'overdue' },
  shows: [['Overskredet (2)', 'Overdue (2)']],
  sees: { ...filtered(/Overskredet|Overdue/), ...rows(2) },
});

export const FilterUpcoming = state({
  args: { filter: 'upcoming' },
  shows: [
    ['Kommende (15)', 'Upcoming (15)'],
    ['Viser 1–12 af 15', 'Showing 1–12 of 15'],
  ],
  sees: filtered(/Kommende|Upcoming/),
});

export const FilterWithNone = scenario('overdue-only', {
  args: { filter: 'upcoming' },
  shows: [['Der er ingen kommende frister', 'There are no upcoming deadlines']],
});

export const FilterWithNoneOverdue = state({
  args: { filter: 'overdue' },
  pilot: answering(makeFrist({ fristDato: '2026-12-01' })),
  shows: [['Ingen frister er overskredet', 'No deadlines have passed']],
});

export const SecondPage = state({
  act: (list) => list.nextPage(),
  shows: [['Viser 13–17 af 17', 'Showing 13–17 of 17']],
  sees: rows(5),
});

export const SmallPages = state({
  args: { types: ALL_TYPES, 'page-size': 2 },
  shows: [['Viser 1–2 af 3', 'Showing 1–2 of 3']],
  sees: rows(2),
});

const OPENED = ['Send plan for egenkontrol', 'Indsend årsregnskab'];
const rowOpen: Look = {
  act: async (list) => {
    for (const title of OPENED) await list.open(title);
  },
  shows: [['hvem der har ansvaret', 'hvem der har ansvaret']],
  sees: { 'both rows open': (list) => OPENED.every((title) => list.isOpen(title)) },
};
export const RowOpen = state(rowOpen);

/** All that an authority may leave out. */
export const LeastOfAll = state({
  pilot: answering({
    id: 's-1',
    type: 'sag',
    overskrift: 'Ansøgning om skilt',
    status: 'Afventer virksomhed',
    beskrivelse: '',
    myndighed: 'Fjordby Kommune',
  }),
  act: (list) => list.open('Ansøgning om skilt'),
  shows: [
    ['Ingen dato', 'No date'],
    ['Myndigheden har ikke skrevet mere', 'The authority has written nothing more'],
  ],
});

// While it loads, and when that fails.

export const Loading = scenario('slow', {
  state: 'loading',
  shows: COMMON.loading,
  sees: { 'no list': (list) => list.parts.length === 0 },
});

const SEE_VIRK = 'Se virksomhedens frister på virk.dk.';

export const LoadingWithFallback = scenario('slow', {
  args: { fallback: SEE_VIRK },
  state: 'loading',
  shows: [],
  sees: { 'the host’s own content': hasFallback },
});

export const ErrorWithFallback = failing('server-error', COMMON.serverError, {
  args: { fallback: SEE_VIRK },
  sees: { 'the host’s own content': hasFallback, canRetry },
});

export const Forbidden = failing('forbidden', COMMON.forbidden);
export const Unauthorised = failing('unauthorised', COMMON.signedOut);
export const NotFound = failing('not-found', [['Vi kan ikke finde det', 'We cannot find it']]);
export const ServerError = failing('server-error', COMMON.serverError, { sees: { canRetry } });
export const Unavailable = failing('unavailable', [['Systemet er lukket lige nu', 'The system is closed']]);
export const RateLimited = failing('rate-limited', [['Vent 2 minutter', 'Wait 2 minutes']]);
export const ContractBroken = failing('contract-broken', COMMON.badShape);
export const HtmlInsteadOfJson = failing('html', [
  ['Vi kan ikke læse svaret fra systemet', 'We cannot read the answer from the system'],
]);
export const Offline = failing('offline', COMMON.offline);

export const WrongBackendUrl = state({
  args: { 'backend-url': 'ftp://example.dk/' },
  state: 'error',
  shows: COMMON.wrongSetup,
});

// When the content is there, and something fails or changes later.

/** The next look for news fails. */
const failingLater =
  (status: number): NonNullable<Look['act']> =>
  ({ element }, pilot) => {
    pilot.addFault({ match: LIST, status });
    element.reload();
  };

export const RefreshFailed = state({
  act: failingLater(500),
  shows: [['Listen er måske ikke den nyeste', 'The list may not be up to date']],
  sees: { ...rows(12), canRetry },
});

/** What was read before the session ended is not for whoever comes next. */
export const SignedOutMeanwhile = state({
  act: failingLater(401),
  state: 'error',
  shows: COMMON.signedOut,
  sees: { 'nothing of the list': (list) => list.parts.length === 0 },
});

export const GoneMeanwhile = state({
  pilot: answering(makeFrist({ fristDato: '2026-12-01' }), makeSag()),
  act: async (list, pilot) => {
    await list.open('Indberet antal ansatte');
    pilot.setFaults([answer(makeSag())]);
    list.element.reload();
  },
  shows: [['Myndigheden har fjernet den', 'The authority has removed it']],
});

const dismissal = (more: Partial<Look>): Look => ({
  args: { types: 'besked' },
  act: (list) => list.dismiss('Nye åbningstider'),
  shows: [],
  ...more,
});

export const Dismissing = state(
  dismissal({
    pilot: (pilot) => pilot.addFault({ match: 'POST /activities/*', delayMs: 60_000 }),
    shows: [['Fjerner …', 'Removing …']],
  }),
);

/** The last one: nothing else is left. */
export const Dismissed = state(
  dismissal({
    pilot: answering(makeBesked()),
    state: 'empty',
    shows: [NOTHING_HERE],
    sees: { 'no notice': offersNo(/Nye åbningstider/) },
  }),
);

const dismissalFailed = dismissal({
  pilot: (pilot) => pilot.addFault({ match: 'POST /activities/*', status: 500 }),
  shows: [['blev ikke fjernet', 'was not removed']],
  sees: { 'which one': ({ text }) => /(Beskeden|The notice) Nye åbningstider/.test(text) },
});
export const DismissalFailed = state(dismissalFailed);

// On other pages.

export const English = state({
  args: { lang: 'en', types: ALL_TYPES },
  shows: [['17 things await the company', '17 things await the company']],
});

export const HeadingLevel = state({
  args: { 'heading-level': 4, types: ALL_TYPES },
  shows: [],
  sees: { 'headings from the fourth level on': ({ headings }) => headings[0]?.startsWith('4 ') === true },
});

const narrow = (look: Look, width: number): Look => ({
  ...look,
  args: { width, types: ALL_TYPES },
  sees: { ...look.sees, 'all of it in its room': fitsIn(width) },
});
export const Narrow320 = state(narrow(rowOpen, 320));
export const Narrow240 = state(narrow(rowOpen, 240));
export const NarrowHostile = scenario('hostile', narrow(hostile, 240));

const dark = (look: Look): Look => ({
  ...look,
  scheme: 'dark',
  sees: { ...look.sees, 'dark colours': isDark },
});
export const Dark = state(dark({ ...rowOpen, args: { types: ALL_TYPES } }));
export const DarkDismissalFailed = state(dark(dismissalFailed));
