import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { DeepLinkCardHarness } from '../components/testing.js';
import type { ScenarioName } from '../mocks/contract/scenarios.js';
import { contactGroupTestIds as groups, contactPointTestIds as points } from '../mocks/index.js';
import type { Story as AnyStory, StoryParameters } from './story.js';

/** The documented attributes, and what the host puts into and around the element. */
interface Args {
  'contact-point-id'?: string;
  'contact-group-id'?: string;
  'organisation-id'?: string;
  audience?: string;
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
  title: 'Widgets/Deep-link card',
  component: 'skranke-deep-link-card',
  // Its docs page is deep-link-card.mdx.
  tags: ['!autodocs'],
  argTypes: {
    audience: { control: 'select', options: ['citizen', 'business', 'authority'] },
    fallback: { control: 'text', description: 'The host’s own content in the default slot' },
    width: { control: 'number', description: 'Room that the host gives it, in px' },
  },
  render: (args) => {
    const card = html`<skranke-deep-link-card
      contact-point-id=${ifDefined(args['contact-point-id'])}
      contact-group-id=${ifDefined(args['contact-group-id'])}
      organisation-id=${ifDefined(args['organisation-id'])}
      audience=${ifDefined(args.audience)}
      heading-level=${ifDefined(args['heading-level'])}
      backend-url=${ifDefined(args['backend-url'])}
      lang=${ifDefined(args.lang)}
      >${args.fallback ? html`<p>${args.fallback}</p>` : nothing}</skranke-deep-link-card
    >`;
    return args.width ? html`<div style="inline-size: ${args.width}px">${card}</div>` : card;
  },
};

export default meta;

const point = (of: { readonly id: string }): Args => ({ 'contact-point-id': of.id });
const group = (of: { readonly id: string }): Args => ({ 'contact-group-id': of.id });

/** A card without a link, and why. */
function without(args: Args, da: string, en: string): Story {
  return { args, parameters: { state: 'empty', shows: [da, en] } };
}

/** A state that the backend's answer alone leads to. */
function scenario(name: ScenarioName, parameters: StoryParameters): Story {
  return {
    args: point(points.ordinary),
    parameters: { ...parameters, pilot: (pilot) => pilot.setScenario(name) },
  };
}

/** Links that the pilot would never give. */
function answering(deepLinks: readonly unknown[], da: string, en: string): Story {
  return {
    args: point(points.ordinary),
    parameters: {
      pilot: (pilot) => pilot.addFault({ match: 'GET /contact-points/*/deep-links', body: { deepLinks } }),
      shows: [da, en],
    },
  };
}

const virk = {
  targets: ['COMPANY', 'AUTHORITY'],
  platform: 'virk.dk',
  url: `https://pilot.virk.dk/digitalpost/new/14d6e9ad-fc0e-3918-0000-00000000f001/${points.ordinary.id}/`,
};

// Links.

export const Default: Story = {
  args: point(points.ordinary),
  parameters: { shows: ['Link for virksomheder og myndigheder', 'Link for companies and authorities'] },
};

export const CitizensOnly: Story = {
  args: point(points.citizenOnly),
  parameters: { shows: ['på borger.dk', 'on borger.dk'] },
};

export const CompaniesAndAuthorities: Story = {
  args: point(points.companyAndAuthority),
  parameters: { shows: ['på virk.dk', 'on virk.dk'] },
};

export const Hidden: Story = {
  args: point(points.hidden),
  parameters: { shows: ['Kopiér link', 'Copy link'] },
};

export const Group: Story = {
  args: group(groups.housing),
  parameters: { shows: ['Viser gruppens kontaktpunkter', 'Shows the contact points of the group'] },
};

export const OneAudience: Story = {
  args: { ...point(points.ordinary), audience: 'authority' },
  parameters: { shows: ['Link for virksomheder og myndigheder', 'Link for companies and authorities'] },
};

export const Phone: Story = {
  args: { ...point(points.ordinary), width: 288 },
  parameters: { shows: ['Hent SVG', 'Save SVG'] },
};

export const Dark: Story = {
  args: point(points.ordinary),
  globals: { scheme: 'dark' },
  parameters: { shows: ['Hent kvittering', 'Save receipt'] },
};

export const Copied: Story = {
  args: point(points.citizenOnly),
  play: async ({ canvasElement }) => {
    const card = DeepLinkCardHarness.in(canvasElement);
    await card.settled();
    await card.copy();
    // Where the page may not write to the clipboard, the link is selected instead.
    await card.shows(/Linket er (kopieret|markeret)|The link is (copied|selected)/);
  },
};

// No links.

export const Inactive: Story = without(
  point(points.inactive),
  'Kontaktpunktet er ikke aktivt',
  'The contact point is not active',
);

export const NoReceivingSystem: Story = without(
  point(points.noReceivingSystem),
  'ikke noget modtagersystem',
  'no receiving system',
);

export const EmptyGroup: Story = without(
  group(groups.empty),
  'Gruppen har ingen aktive kontaktpunkter',
  'The group has no active contact points',
);

export const NotForThisAudience: Story = without(
  { ...point(points.citizenOnly), audience: 'authority' },
  'Der er ikke noget link for myndigheder',
  'There is no link for authorities',
);

// Links that are not to be trusted.

export const StrangeHost: Story = answering(
  [{ targets: ['CITIZEN'], platform: 'borger.dk', url: 'https://post.borger.dk.example.com/send/' }, virk],
  'Brug ikke denne adresse',
  'Do not use this address',
);

export const UnreadableLink: Story = answering(
  [{ targets: ['CITIZEN'], platform: 'borger.dk', url: 'javascript:alert(1)' }, virk],
  '1 link kunne ikke vises',
  '1 link could not be shown',
);

// While it loads, and when something fails.

export const Loading: Story = scenario('slow', { state: 'loading', shows: ['Henter …', 'Loading …'] });

export const UnknownId: Story = {
  args: point(points.unknown),
  parameters: {
    state: 'error',
    shows: ['Kontaktpunktet eller gruppen findes ikke', 'The contact point or group does not exist'],
  },
};

export const NoId: Story = {
  args: { fallback: 'Ring til kommunen på 00 00 00 00.' },
  parameters: { state: 'error', shows: ['Siden er sat forkert op', 'This page is set up wrongly'] },
};

export const BothIds: Story = {
  args: { ...point(points.ordinary), ...group(groups.housing) },
  parameters: { state: 'error', shows: ['Siden er sat forkert op', 'This page is set up wrongly'] },
};

export const Forbidden: Story = scenario('forbidden', {
  state: 'error',
  shows: ['Du har ikke adgang', 'You do not have access'],
});

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

export const ReloadFailed: Story = {
  args: point(points.ordinary),
  parameters: {
    pilot: (pilot) =>
      pilot.setFaults([
        // The first answer comes as usual.
        { match: 'GET /contact-points/*', times: 1 },
        { match: 'GET /contact-points/*', status: 500 },
      ]),
    shows: ['Linkene er måske ikke de nyeste', 'The links may not be up to date'],
  },
  play: async ({ canvasElement }) => {
    const card = DeepLinkCardHarness.in(canvasElement);
    await card.settled();
    card.element.reload();
    await card.shows(/Linkene er måske ikke de nyeste|The links may not be up to date/);
  },
};
