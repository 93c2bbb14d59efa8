import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ContactPointPickerHarness } from '../components/testing.js';
import type { ScenarioName } from '../mocks/contract/scenarios.js';
import {
  contactGroupTestIds as groups,
  contactPointTestIds as points,
  organisationTestIds as organisations,
} from '../mocks/index.js';
import type { Story as AnyStory, StoryParameters } from './story.js';

/** The documented attributes, and what the host puts into and around the element. */
interface Args {
  'organisation-id'?: string;
  audience?: string;
  'contact-group-id'?: string;
  value?: string;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  'on-behalf'?: boolean;
  compose?: string;
  'heading-level'?: number;
  'backend-url'?: string;
  lang?: string;
  /** The host's own content in the default slot. */
  fallback?: string;
  /** Width of the room that the host gives it, in px. */
  width?: number;
  /** In a form with a label, as a host's own fields are. */
  form?: boolean;
}

type Story = AnyStory<Args>;
type Act = (picker: ContactPointPickerHarness) => Promise<unknown>;

const meta: Meta<Args> = {
  title: 'Widgets/Contact point picker',
  component: 'skranke-contact-point-picker',
  // Its docs page is contact-point-picker.mdx.
  tags: ['!autodocs'],
  argTypes: {
    audience: { control: 'select', options: ['citizen', 'business', 'authority'] },
    compose: { control: 'select', options: ['link', 'host'] },
    fallback: { control: 'text', description: 'The host’s own content in the default slot' },
    width: { control: 'number', description: 'Room that the host gives it, in px' },
    form: { control: 'boolean', description: 'In a form, with a label' },
  },
  args: { 'organisation-id': organisations.municipality.id },
  render: (args) => {
    const picker = html`<skranke-contact-point-picker
      id="picker"
      organisation-id=${args['organisation-id'] || nothing}
      audience=${ifDefined(args.audience)}
      contact-group-id=${ifDefined(args['contact-group-id'])}
      value=${ifDefined(args.value)}
      name=${ifDefined(args.name)}
      ?required=${args.required}
      ?disabled=${args.disabled}
      ?on-behalf=${args['on-behalf']}
      compose=${ifDefined(args.compose)}
      heading-level=${ifDefined(args['heading-level'])}
      backend-url=${ifDefined(args['backend-url'])}
      lang=${ifDefined(args.lang)}
      >${args.fallback ? html`<p>${args.fallback}</p>` : nothing}</skranke-contact-point-picker
    >`;
    const field = args.form ? html`<form><label for="picker">Modtager</label> ${picker}</form>` : picker;
    return args.width ? html`<div style="inline-size: ${args.width}px">${field}</div>` : field;
  },
};

export default meta;

/** What the user does when all of the structure is there. */
function after(act: Act): Pick<Story, 'play'> {
  return {
    play: async ({ canvasElement }) => {
      const picker = ContactPointPickerHarness.in(canvasElement);
      await picker.settled();
      await act(picker);
    },
  };
}

const search = (text: string) => after((picker) => picker.search(text));

/** A point that is chosen from the start. */
function chosen({ id }: { readonly id: string }, da: string, en: string, args: Args = {}): Story {
  return { args: { ...args, value: id }, parameters: { shows: [da, en] } };
}

/** A state that the backend's answer alone leads to. */
function scenario(name: ScenarioName, parameters: StoryParameters): Story {
  return { parameters: { ...parameters, pilot: (pilot) => pilot.setScenario(name) } };
}

// Browsing.

export const Default: Story = { parameters: { shows: ['Alle emner', 'All subjects'] } };

export const ForCompanies: Story = {
  args: { audience: 'business' },
  parameters: { shows: ['kontaktpunkter', 'contact points'] },
};

export const Units: Story = {
  args: { 'organisation-id': organisations.region.id },
  parameters: { shows: ['Øresø Hospital', 'Øresø Hospital'] },
};

export const InGroup: Story = {
  args: { 'contact-group-id': groups.passport.id },
  parameters: { shows: ['Tilbage til ID', 'Back to ID'] },
};

export const LargeGroup: Story = {
  args: { 'contact-group-id': groups.large.id },
  parameters: { shows: ['Viser 50 af 119', 'Showing 50 of 119'] },
};

export const GroupGone: Story = {
  args: { 'contact-group-id': groups.unknown.id },
  parameters: { shows: ['Stedet er ikke i brug', 'The place is not in use'] },
};

// Searching.

export const Hits: Story = { ...search('pas'), parameters: { shows: ['ID › Pas', 'ID › Pas'] } };

export const ManyHits: Story = {
  ...after(async (picker) => {
    await picker.search('a');
    await picker.showMore();
  }),
  parameters: { shows: ['Skriv mere i søgefeltet', 'Write more in the search field'] },
};

export const NoHits: Story = {
  ...search('xyzzy'),
  parameters: { shows: ['Ingen resultater', 'No results'] },
};

export const Phone: Story = {
  ...search('affald'),
  args: { width: 288 },
  parameters: { shows: ['Affald', 'Affald'] },
};

export const Dark: Story = {
  ...search('pas'),
  globals: { scheme: 'dark' },
  parameters: { shows: ['ID › Pas', 'ID › Pas'] },
};

// Without an authority.

export const WithoutAuthority: Story = {
  args: { 'organisation-id': '' },
  parameters: { shows: ['Hvem vil du skrive til?', 'Who do you want to write to?'] },
};

export const Authorities: Story = {
  args: { 'organisation-id': '' },
  ...search('øresø'),
  parameters: { shows: ['Region Øresø', 'Region Øresø'] },
};

export const AuthorityFound: Story = {
  args: { 'organisation-id': '' },
  ...after(async (picker) => {
    await picker.search('fjordby');
    await picker.shows('Fjordby Kommune');
    await picker.choose(/^Fjordby Kommune$/);
    await picker.settled();
  }),
  parameters: { shows: ['Skift myndighed', 'Change authority'] },
};

// The chosen point.

export const Chosen = chosen(points.passport, 'Skriv besked', 'Write message');
export const SelfService = chosen(points.externalLink, 'Du kan klare det selv', 'You can do it yourself');
export const LowCapacity = chosen(points.lowCapacity, 'højst 3 bilag, 10 MB', 'at most 3 attachments, 10 MB');
export const HiddenPoint = chosen(points.hidden, 'Skriv besked', 'Write message');
export const LongestTexts = chosen(points.longest, 'Skriv besked', 'Write message', { width: 288 });
export const OnBehalf = chosen(points.passport, 'Du skriver for en anden', 'You write for somebody else', {
  'on-behalf': true,
});
export const ForTheHost = chosen(points.informationFields, '0/255 tegn', '0/255 characters', {
  compose: 'host',
});

export const TooLong: Story = {
  ...chosen(points.informationFields, 'Skriv højst 255 tegn', 'Write at most 255 characters', {
    compose: 'host',
  }),
  ...after((picker) => picker.writeInformation(/valgfrit|optional/, 'x'.repeat(300))),
};

export const NoLink = chosen(points.companyOnly, 'Du kan ikke skrive hertil', 'You cannot write here');
export const Inactive = chosen(points.inactive, 'er ikke i brug', 'is not in use');
export const UnknownPoint = chosen(points.unknown, 'Stedet er ikke i brug', 'The place is not in use');

export const LinkFailed: Story = {
  args: { value: points.passport.id },
  parameters: {
    pilot: (pilot) => pilot.addFault({ match: 'GET */deep-links*', status: 500 }),
    shows: ['Der er en fejl i systemet', 'There is an error in the system'],
  },
};

// In a form.

export const Optional: Story = { args: { form: true }, parameters: { shows: ['(valgfrit)', '(optional)'] } };

export const Missing: Story = {
  args: { form: true, required: true },
  ...after((picker) => Promise.resolve(picker.element.checkValidity())),
  parameters: { shows: ['Der er problemer', 'There are problems'] },
};

export const Disabled: Story = {
  args: { disabled: true },
  parameters: { shows: ['Alle emner', 'All subjects'] },
};

// While it loads, and when something fails.

export const Loading: Story = scenario('slow', { state: 'loading', shows: ['Henter …', 'Loading …'] });

export const TenThousand: Story = scenario('huge-structure', { shows: ['Alle emner', 'All subjects'] });

export const Empty: Story = {
  args: { 'organisation-id': organisations.withoutPoints.id },
  parameters: { state: 'empty', shows: ['Her er ingen kontaktpunkter', 'There are no contact points here'] },
};

export const Incomplete: Story = {
  parameters: {
    pilot: (pilot) => pilot.addFault({ match: 'GET */contact-points?*page=2*', status: 500 }),
    shows: ['Listen er ikke komplet', 'The list is not complete'],
  },
};

export const Hostile: Story = scenario('hostile-structure', {
  shows: ['Listen er ikke komplet', 'The list is not complete'],
});

export const Forbidden: Story = {
  args: { fallback: 'Ring til kommunen på 00 00 00 00.' },
  ...scenario('forbidden', { state: 'error', shows: ['Du har ikke adgang', 'You do not have access'] }),
};

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
