import type { Meta } from '@storybook/web-components-vite';
import { DeepLinkCardHarness } from '../components/testing.js';
import { contactGroupTestIds as groups, contactPointTestIds as points } from '../mocks/index.js';
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
  'contact-point-id'?: string;
  'contact-group-id'?: string;
  'organisation-id'?: string;
  audience?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Deep-link card',
  component: 'skranke-deep-link-card',
  // Its docs page is deep-link-card.mdx.
  tags: ['!autodocs'],
  argTypes: {
    ...hostArgTypes,
    audience: { control: 'select', options: ['citizen', 'business', 'authority'] },
  },
  render: renderWidget('skranke-deep-link-card'),
};

export default meta;

const { state, scenario } = statesOf<Args, DeepLinkCardHarness>(DeepLinkCardHarness);
type Look = State<Args, DeepLinkCardHarness>;
type Id = { readonly id: string };

const point = (of: Id): Args => ({ 'contact-point-id': of.id });
const group = (of: Id): Args => ({ 'contact-group-id': of.id });

/** The links that are there, by whom they are for; each has its code. */
const links = (...names: readonly RegExp[]): NonNullable<Look['sees']> => ({
  'these links, each with its code': ({ parts, codes, urls }) =>
    parts.length === names.length &&
    names.every((name, at) => name.test(parts[at] ?? '')) &&
    [codes.length, urls.length].every((count) => count === names.length),
});
/** The links lead to this point or group. */
const leadTo = ({ id }: Id): NonNullable<Look['sees']> => ({
  'the address of it': ({ urls }) => urls.length > 0 && urls.every(({ href }) => href.endsWith(`/${id}/`)),
});
const CITIZENS = /borgere|citizens/;
const OTHERS = /virksomheder og myndigheder|companies and authorities/;

/** A card without a link, and why. */
const without = (args: Args, ...shows: readonly Words[]) =>
  state({ args, state: 'empty', shows, sees: { ...links(), canRetry } });

/** Links that the pilot would never give. */
const answering = (answer: object, look: Omit<Look, 'args' | 'pilot'>) =>
  state({
    args: point(points.ordinary),
    pilot: (pilot) => pilot.addFault({ match: 'GET /contact-points/*/deep-links', body: answer }),
    ...look,
  });

const virk = {
  targets: ['COMPANY', 'AUTHORITY'],
  platform: 'virk.dk',
  url: `https://pilot.virk.dk/digitalpost/new/14d6e9ad-fc0e-3918-0000-00000000f001/${points.ordinary.id}/`,
};

// Links.

export const Default = state({
  args: point(points.ordinary),
  shows: [['Link for virksomheder og myndigheder', 'Link for companies and authorities']],
  sees: { ...links(CITIZENS, OTHERS), ...leadTo(points.ordinary) },
});

export const CitizensOnly = state({
  args: point(points.citizenOnly),
  shows: [['på borger.dk', 'on borger.dk']],
  sees: { ...links(CITIZENS), ...leadTo(points.citizenOnly) },
});

export const CompaniesAndAuthorities = state({
  args: point(points.companyAndAuthority),
  shows: [['på virk.dk', 'on virk.dk']],
  sees: { ...links(OTHERS), ...leadTo(points.companyAndAuthority) },
});

export const Hidden = state({
  args: point(points.hidden),
  shows: [['Kopiér link', 'Copy link']],
  sees: leadTo(points.hidden),
});

export const Group = state({
  args: group(groups.housing),
  shows: [['Viser gruppens kontaktpunkter', 'Shows the contact points of the group']],
  sees: leadTo(groups.housing),
});

export const OneAudience = state({
  args: { ...point(points.ordinary), audience: 'authority' },
  shows: [['på virk.dk', 'on virk.dk']],
  sees: links(OTHERS),
});

export const Phone = state({
  args: { ...point(points.ordinary), width: 288 },
  shows: [['Hent SVG', 'Save SVG']],
  sees: { 'all of it in its room': fitsIn(288) },
});

export const Dark = state({
  args: point(points.ordinary),
  scheme: 'dark',
  shows: [['Hent kvittering', 'Save receipt']],
  sees: { 'dark colours': isDark },
});

export const Copied = state({
  args: point(points.citizenOnly),
  act: (card) => card.copy(),
  shows: [],
  // Where the page may not write to the clipboard, the link is selected instead.
  sees: {
    'what came of it': ({ text }) => /Linket er (kopieret|markeret)|The link is (copied|selected)/.test(text),
  },
});

// No links.

export const Inactive = without(point(points.inactive), [
  'Kontaktpunktet er ikke aktivt',
  'The contact point is not active',
]);

export const NoReceivingSystem = without(point(points.noReceivingSystem), [
  'ikke noget modtagersystem',
  'no receiving system',
]);

export const EmptyGroup = without(group(groups.empty), [
  'Gruppen har ingen aktive kontaktpunkter',
  'The group has no active contact points',
]);

export const NotForThisAudience = without({ ...point(points.citizenOnly), audience: 'authority' }, [
  'Der er ikke noget link for myndigheder',
  'There is no link for authorities',
]);

export const NoReasonGiven = answering(
  { deepLinks: [] },
  {
    state: 'empty',
    shows: [
      ['Der er ikke noget link lige nu', 'There is no link right now'],
      ['Prøv igen senere', 'Try again later'],
    ],
    sees: { canRetry },
  },
);

// Links that are not to be trusted.

const STRANGE = 'https://post.borger.dk.example.com/send/';

export const StrangeHost = answering(
  { deepLinks: [{ targets: ['CITIZEN'], platform: 'borger.dk', url: STRANGE }, virk] },
  {
    shows: [
      ['Brug ikke denne adresse', 'Do not use this address'],
      [STRANGE, STRANGE],
    ],
    sees: { 'no link to it, and no code': ({ urls, codes }) => urls.length === 1 && codes.length === 1 },
  },
);

export const UnreadableLink = answering(
  { deepLinks: [{ targets: ['CITIZEN'], platform: 'borger.dk', url: 'javascript:alert(1)' }, virk] },
  {
    shows: [['1 link kunne ikke vises', '1 link could not be shown']],
    sees: links(OTHERS),
  },
);

// While it loads, and when something fails.

/** A state that the backend's answer alone leads to. */
const answer = (name: Parameters<typeof scenario>[0], look: Omit<Look, 'args'>) =>
  scenario(name, { args: point(points.ordinary), ...look, sees: { ...links(), ...look.sees } });
const blocked = (args: Args, shows: readonly Words[], sees: Look['sees'] = {}) =>
  state({ args, state: 'error', shows, sees: { ...links(), ...sees } });

export const Loading = answer('slow', { state: 'loading', shows: COMMON.loading });

export const UnknownId = blocked(point(points.unknown), [
  ['Kontaktpunktet eller gruppen findes ikke', 'The contact point or group does not exist'],
]);

export const NoId = blocked({ fallback: 'Ring til kommunen på 00 00 00 00.' }, COMMON.wrongSetup, {
  'the host’s own content': hasFallback,
});

export const BothIds = blocked({ ...point(points.ordinary), ...group(groups.housing) }, COMMON.wrongSetup);

export const Forbidden = answer('forbidden', { state: 'error', shows: COMMON.forbidden });
export const Unauthorised = answer('unauthorised', { state: 'error', shows: COMMON.signedOut });
export const ServerError = answer('server-error', {
  state: 'error',
  shows: COMMON.serverError,
  sees: { canRetry },
});
export const ContractBroken = answer('contract-broken', { state: 'error', shows: COMMON.badShape });

export const ReloadFailed = state({
  args: point(points.ordinary),
  act: ({ element }, pilot) => {
    pilot.setScenario('server-error');
    element.reload();
  },
  shows: [['Linkene er måske ikke de nyeste', 'The links may not be up to date']],
  sees: { ...links(CITIZENS, OTHERS), canRetry, 'the receipt': offers(/^(Hent kvittering|Save receipt)$/) },
});
