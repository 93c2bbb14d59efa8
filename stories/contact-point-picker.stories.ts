import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ContactPointPickerHarness } from '../components/testing.js';
import {
  contactGroupTestIds as groups,
  contactPointTestIds as points,
  organisationTestIds as organisations,
} from '../mocks/index.js';
import { marks, rows, writesTooMuch } from './contact-point-picker.seen.js';
import { canRetry, COMMON, fitsIn, hasFallback, isDark, offers } from './seen.js';
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
  'organisation-id'?: string;
  audience?: string;
  'contact-group-id'?: string;
  value?: string;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  'on-behalf'?: boolean;
  compose?: string;
  /** In a form with a label, as a host's own fields are. */
  form?: boolean;
}

const meta: Meta<Args> = {
  title: 'Widgets/Contact point picker',
  component: 'skranke-contact-point-picker',
  // Its docs page is contact-point-picker.mdx.
  tags: ['!autodocs'],
  argTypes: {
    ...hostArgTypes,
    audience: { control: 'select', options: ['citizen', 'business', 'authority'] },
    compose: { control: 'select', options: ['link', 'host'] },
    form: { control: 'boolean', description: 'In a form, with a label' },
  },
  args: { 'organisation-id': organisations.municipality.id },
  render: renderWidget('skranke-contact-point-picker', {
    id: 'picker',
    isHostsOwn: ['form'],
    around: (picker, { form }) =>
      form ? html`<form><label for="picker">Modtager</label> ${picker}</form>` : picker,
  }),
};

export default meta;

const { state, scenario } = statesOf<Args, ContactPointPickerHarness>(ContactPointPickerHarness);
type Look = State<Args, ContactPointPickerHarness>;
type Id = { readonly id: string };

const NO_AUTHORITY: Args = { 'organisation-id': '' };
const INCOMPLETE: Words = ['Listen er ikke komplet', 'The list is not complete'];
const GONE: Words = ['Stedet kan ikke bruges her', 'The place cannot be used here'];
const ALL: Words = ['Alle emner', 'All subjects'];
const PASSPORT: Words = ['ID › Pas', 'ID › Pas'];
const WRITE: Words = ['Skriv besked', 'Write message'];
const CALL = 'Ring til kommunen på 00 00 00 00.';

const search = (text: string) => (picker: ContactPointPickerHarness) => picker.search(text);
/** A point that is chosen from the start, with its name. */
function chosen({ id }: Id, name: string, look: Pick<Look, 'shows'> & Partial<Look>) {
  return state({
    ...look,
    args: { ...look.args, value: id },
    sees: { [name]: ({ summary }) => summary.includes(name), ...look.sees },
  });
}

// Browsing.

export const Default = state({
  shows: [ALL, ['Hvad vil du skrive om?', 'What do you want to write about?']],
  sees: {
    'the subjects of the municipality': ({ rows }) =>
      rows.length > 5 && rows.some((row) => row.startsWith('ID')),
  },
});

export const ForCompanies = state({
  args: { audience: 'business' },
  shows: [ALL],
  sees: {
    'nothing that is for citizens only': ({ rows }) =>
      rows.length > 0 && !rows.some((row) => row.startsWith('ID')),
  },
});

export const Units = state({
  args: { 'organisation-id': organisations.region.id },
  shows: [
    ['Region Øresø', 'Region Øresø'],
    ['Øresø Hospital', 'Øresø Hospital'],
  ],
});

export const InGroup = state({
  args: { 'contact-group-id': groups.passport.id },
  shows: [['Tilbage til ID', 'Back to ID']],
  sees: { 'the way to it': ({ breadcrumb }) => breadcrumb.slice(1).join() === 'ID,Pas' },
});

export const LargeGroup = state({
  args: { 'contact-group-id': groups.large.id },
  shows: [['Viser 50 af 119', 'Showing 50 of 119']],
  sees: rows(50),
});

export const EmptyGroup = state({
  args: { 'contact-group-id': groups.hiddenOnly.id },
  shows: [['Her er ingen kontaktpunkter', 'There are no contact points here']],
});

export const GroupGone = state({ args: { 'contact-group-id': groups.unknown.id }, shows: [GONE] });

// Searching.

export const Hits = state({ act: search('pas'), shows: [PASSPORT], sees: marks(/pas/i) });

export const KeywordHit = state({
  act: search('flytning'),
  shows: [['Søgeord', 'Keyword']],
  sees: marks(/flytning/i),
});

export const ManyHits = state({
  act: async (picker) => {
    await picker.search('a');
    await picker.showMore();
  },
  shows: [['Skriv mere i søgefeltet', 'Write more in the search field']],
  sees: rows(200),
});

export const NoHits = state({
  act: search('xyzzy'),
  shows: [['Ingen resultater', 'No results']],
  sees: rows(0),
});

export const Phone = state({
  args: { width: 288 },
  act: search('affald'),
  shows: [['Affald', 'Affald']],
  sees: { ...marks(/affald/i), 'all of it in its room': fitsIn(288) },
});

export const Dark = state({
  scheme: 'dark',
  act: search('pas'),
  shows: [PASSPORT],
  sees: { 'dark colours': isDark },
});

// Without an authority.

export const WithoutAuthority = state({
  args: NO_AUTHORITY,
  shows: [['Hvem vil du skrive til?', 'Who do you want to write to?']],
  sees: rows(0),
});

const finding = (text: string, look: Pick<Look, 'shows'> & Partial<Look>) =>
  state({ args: NO_AUTHORITY, act: search(text), ...look });

export const Authorities = finding('øresø', {
  shows: [['Region Øresø', 'Region Øresø']],
  sees: { 'something to choose': ({ rows }) => rows.length > 0 },
});

export const SearchingAuthorities = finding('øresø', {
  pilot: (pilot) => pilot.addFault({ match: 'GET /recipients*', delayMs: 60_000 }),
  shows: COMMON.loading,
  sees: rows(0),
});

export const NoAuthorities = finding('xyzzy', { shows: [['Ingen resultater', 'No results']] });

/** A number that was divided otherwise is one all the same: nothing is asked for. */
export const NumberForAName = finding('13 12 41 - 1234', {
  shows: [['Du kan ikke søge på CPR- eller CVR-nummer', 'You cannot search by CPR or CVR number']],
});

export const AuthoritiesFailed = finding('øresø', {
  pilot: (pilot) => pilot.addFault({ match: 'GET /recipients*', status: 500 }),
  shows: COMMON.serverError,
  sees: { 'what was typed': ({ searchField }) => searchField.value === 'øresø', canRetry },
});

const findFjordby = async (picker: ContactPointPickerHarness) => {
  await picker.search('fjordby');
  await picker.shows('Fjordby Kommune');
  await picker.choose(/^Fjordby Kommune$/);
};

export const AuthorityFound = state({
  args: NO_AUTHORITY,
  act: (picker) => findFjordby(picker).then(() => picker.settled()),
  shows: [['Skift myndighed', 'Change authority'], ALL],
});

export const AuthorityFailed = state({
  args: NO_AUTHORITY,
  pilot: (pilot) => pilot.addFault({ match: 'GET */contact-points?*', status: 500 }),
  act: findFjordby,
  shows: [['Skift myndighed', 'Change authority'], ...COMMON.serverError],
  sees: { canRetry },
});

// The chosen point.

export const Chosen = chosen(points.passport, 'Fornyelse af pas', { shows: [WRITE, PASSPORT] });

export const SelfService = chosen(points.externalLink, '', {
  shows: [['Du kan klare det selv', 'You can do it yourself'], WRITE],
});

export const LowCapacity = chosen(points.lowCapacity, '', {
  shows: [['højst 3 bilag, 10 MB', 'at most 3 attachments, 10 MB']],
});

export const HiddenPoint = chosen(points.hidden, '', { shows: [WRITE] });

export const LongestTexts = chosen(points.longest, '', {
  args: { width: 288 },
  shows: [WRITE],
  sees: { 'all of it in its room': fitsIn(288) },
});

export const OnBehalf = chosen(points.passport, 'Fornyelse af pas', {
  args: { 'on-behalf': true },
  shows: [['Du skriver for en anden', 'You write for somebody else']],
  sees: {
    'the privacy policy': ({ links }) => links.some((link) => /Sådan bruger|How the authority/.test(link)),
  },
});

export const ForTheHost = chosen(points.informationFields, '', {
  args: { compose: 'host' },
  shows: [['0/255 tegn', '0/255 characters']],
  sees: {
    'two fields': (picker) => picker.all('textbox').length === 2,
    'no link': ({ links }) => links.length === 0,
  },
});

export const TooLong = chosen(points.informationFields, '', {
  args: { compose: 'host' },
  act: writesTooMuch,
  shows: [
    ['Skriv højst 255 tegn', 'Write at most 255 characters'],
    ['300/255', '300/255'],
  ],
});

const CANNOT_WRITE = {
  shows: [['Du kan ikke skrive hertil', 'You cannot write here']],
  sees: { 'another choice': offers(/^(Vælg en anden|Choose another)$/) },
} satisfies Look;

export const NoLink = chosen(points.companyOnly, '', CANNOT_WRITE);

export const ForOthers = chosen(points.companyOnly, '', { ...CANNOT_WRITE, args: { compose: 'host' } });

export const LinkLoading = chosen(points.passport, 'Fornyelse af pas', {
  pilot: (pilot) => pilot.addFault({ match: 'GET */deep-links*', delayMs: 60_000 }),
  shows: COMMON.loading,
});

export const LinkFailed = chosen(points.passport, 'Fornyelse af pas', {
  pilot: (pilot) => pilot.addFault({ match: 'GET */deep-links*', status: 500 }),
  shows: COMMON.serverError,
  sees: { canRetry },
});

/** What cannot be used is said, and the search is there instead. */
const lost = ({ id }: Id, words: Words) =>
  state({ args: { value: id }, shows: [words, ['Find et andet herunder', 'Find another one below']] });

export const Inactive = lost(points.inactive, ['kan ikke bruges her', 'cannot be used here']);
export const UnknownPoint = lost(points.unknown, GONE);
export const OfAnotherAuthority = state({
  args: { 'organisation-id': organisations.region.id, value: points.passport.id },
  shows: [['Fornyelse af pas kan ikke bruges her', 'Fornyelse af pas cannot be used here']],
});

// In a form.

export const Optional = state({ args: { form: true }, shows: [['(valgfrit)', '(optional)']] });

export const Missing = state({
  args: { form: true, required: true },
  act: ({ element }) => element.checkValidity(),
  shows: [
    ['Der er problemer', 'There are problems'],
    ['Vælg, hvem du vil skrive til', 'Choose where you want to write to'],
  ],
});

export const Disabled = state({
  args: { disabled: true },
  shows: [ALL],
  sees: {
    'nothing that can be used': (picker) =>
      picker.searchField.disabled && picker.all('button').every((button) => button.matches(':disabled')),
  },
});

// While it loads, and when something fails.

export const Loading = scenario('slow', { state: 'loading', shows: COMMON.loading });

export const StillLoading = state({
  pilot: (pilot) => pilot.addFault({ match: 'GET */contact-points?*page=2*', delayMs: 60_000 }),
  isEarly: true,
  shows: [['Vi henter stadig flere', 'We are still loading more']],
});

/** A search does not wait for all of it. */
export const TenThousand = scenario('huge-structure', {
  isEarly: true,
  act: (picker) => picker.shows(/Hvad vil du|What do you/).then(() => picker.type('a')),
  shows: [['Viser 50 af', 'Showing 50 of']],
  sees: rows(50),
});

export const Empty = state({
  args: { 'organisation-id': organisations.withoutPoints.id },
  state: 'empty',
  shows: [['Her er ingen kontaktpunkter', 'There are no contact points here']],
});

export const Incomplete = state({
  pilot: (pilot) => pilot.addFault({ match: 'GET */contact-points?*page=2*', status: 500 }),
  shows: [INCOMPLETE, ALL],
  sees: { canRetry },
});

export const Hostile = scenario('hostile-structure', { shows: [INCOMPLETE] });

export const RefreshFailed = state({
  act: ({ element }, pilot) => {
    pilot.setScenario('server-error');
    element.reload();
  },
  shows: [ALL, ...COMMON.serverError],
  sees: { canRetry },
});

/** An error in place of the list. */
const failing = (name: Parameters<typeof scenario>[0], shows: readonly Words[], look: Partial<Look> = {}) =>
  scenario(name, { state: 'error', shows, ...look });

export const Forbidden = failing('forbidden', COMMON.forbidden, {
  args: { fallback: CALL },
  sees: { 'the host’s own content': hasFallback },
});
export const Unauthorised = failing('unauthorised', COMMON.signedOut);
export const ServerError = failing('server-error', COMMON.serverError, { sees: { canRetry } });
export const ContractBroken = failing('contract-broken', COMMON.badShape);

export const UnknownAuthority = state({
  args: { 'organisation-id': organisations.unknown.id },
  state: 'error',
  shows: [['Vi kan ikke finde det', 'We cannot find it']],
});
