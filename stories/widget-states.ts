/**
 * What the stories of every widget are made with: the element in a host's page, and its states, each with how it is
 * reached and what a user sees there.
 */
import type { Meta } from '@storybook/web-components-vite';
import { nothing, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import { until, type Widget } from '../components/shared/testing/harness.js';
import type { WidgetHarness } from '../components/testing.js';
import type { BrowserPilot } from '../mocks/browser.js';
import type { ScenarioName } from '../mocks/contract/scenarios.js';
import type { Step, Story, StoryParameters } from './story.js';

/** What every widget can be given: the attributes that all have, and what the host puts into and around it. */
export interface HostArgs {
  'heading-level'?: number;
  'backend-url'?: string;
  lang?: string;
  /** The host's own content in the default slot. */
  fallback?: string;
  /** Width of the room that the host gives it, in px. */
  width?: number;
}

/** Rows of the controls for what is no attribute. */
export const hostArgTypes: NonNullable<Meta<HostArgs>['argTypes']> = {
  fallback: { control: 'text', description: 'The host’s own content in the default slot' },
  width: { control: 'number', description: 'Room that the host gives it, in px' },
};

/** Sets attributes; what is absent, false or empty is none. */
class Attributes extends Directive {
  override update({ element }: ElementPart, [values]: [object]): void {
    for (const [name, value] of Object.entries(values) as [string, unknown][]) {
      if (value === undefined || value === false || value === '') element.removeAttribute(name);
      else element.setAttribute(name, value === true ? '' : String(value));
    }
  }

  override render(_values: object): void {}
}
const attributes = directive(Attributes);

/** Renders a widget as a host does. */
export function renderWidget<Args extends HostArgs>(
  tag: `skranke-${string}`,
  options: {
    /** Of the element. */
    readonly id?: string;
    /** What the host puts around it. */
    readonly around?: (widget: unknown, args: Args) => unknown;
    /** Args that are for `around` alone, and no attributes. */
    readonly isHostsOwn?: readonly (keyof Args & string)[];
  } = {},
): (args: Args) => unknown {
  const { id, around = (widget) => widget, isHostsOwn = [] } = options;
  const name = unsafeStatic(tag);
  const noAttributes: readonly string[] = ['fallback', 'width', ...isHostsOwn];
  return (args) => {
    const ofTheElement = Object.entries({ id, ...args }).filter(([key]) => !noAttributes.includes(key));
    const content = args.fallback ? html`<p>${args.fallback}</p>` : nothing;
    const element = html`<${name} ${attributes(Object.fromEntries(ofTheElement))}>${content}</${name}>`;
    const widget = around(element, args);
    return args.width ? html`<div style="inline-size: ${args.width}px">${widget}</div>` : widget;
  };
}

/** The same words in Danish and in English. */
export type Words = readonly [da: string, en: string];

/** One state of a widget: how it is reached, and what a user sees there. */
export interface State<Args, Harness> {
  readonly args?: Args;
  /** Colour scheme of the page. */
  readonly scheme?: 'dark';
  /** Sets the pilot before the widget is there. */
  readonly pilot?: (pilot: BrowserPilot) => void;
  /** The state that the element says it is in; `ready` when left out. */
  readonly state?: 'loading' | 'empty' | 'error';
  /** It is looked at while something is still under way. */
  readonly isEarly?: boolean;
  /** What the user does when the widget has loaded, or what somebody else does meanwhile. */
  readonly act?: (widget: Harness, pilot: BrowserPilot) => unknown;
  /** On screen, in the widget's language. */
  readonly shows: readonly Words[];
  /** What else can be seen, by what it is called. */
  readonly sees?: Readonly<Record<string, (widget: Harness) => boolean>>;
}

/** Why a user would not say that the widget is in this state. */
function missingOf<Args, Harness extends WidgetHarness<Widget>>(
  { state = 'ready', shows, sees = {} }: State<Args, Harness>,
  widget: Harness,
): readonly string[] {
  const isEnglish = widget.element.closest('[lang]')?.getAttribute('lang') === 'en';
  const missing = shows
    .map((words) => words[isEnglish ? 1 : 0])
    .filter((words) => !widget.text.includes(words))
    .map((words) => `no '${words}'`);
  if (widget.state !== state) missing.push(`it is ${String(widget.state)}, not ${state}`);
  for (const [name, isSeen] of Object.entries(sees)) {
    try {
      if (!isSeen(widget)) missing.push(`not: ${name}`);
    } catch (error) {
      missing.push(`not: ${name} (${String(error)})`);
    }
  }
  return missing;
}

const inOrder: Step = (_name, run) => run();

/**
 * How the stories of a widget are made.
 *
 * @param Harness of the widget: with it the play functions act and look
 */
export function statesOf<Args extends HostArgs, Harness extends WidgetHarness<Widget>>(Harness: {
  in: (place: ParentNode) => Harness;
}) {
  /** A story of a state, whose play function fails where the state is not on screen. */
  function state(what: State<Args, Harness>): Story<Args> {
    const { args, scheme, act, shows, sees = {} } = what;
    const isEarly = what.isEarly ?? what.state === 'loading';
    let pilot: BrowserPilot;
    const missing = (canvas: HTMLElement) => missingOf(what, Harness.in(canvas));
    const parameters: StoryParameters = {
      pilot: (controls) => {
        pilot = controls;
        what.pilot?.(pilot);
      },
      ...(what.state && { state: what.state }),
      acts: act !== undefined,
      missing,
    };
    return {
      ...(args && { args }),
      ...(scheme && { globals: { scheme } }),
      parameters,
      play: async ({ canvasElement, step = inOrder }) => {
        const widget = Harness.in(canvasElement);
        await step('It loads', () => (isEarly ? widget.quiet() : widget.settled()));
        if (act) await step('The user acts', async () => void (await act(widget, pilot)));
        const seen = [...shows.flat(), ...Object.keys(sees)].join(' · ');
        await step(`It shows: ${seen}`, async () => {
          const isThere = () => missing(canvasElement).length === 0;
          await until('the state', isThere).catch(() => {
            throw new Error(`${missing(canvasElement).join('; ')}. There is: ${widget.text}`);
          });
        });
        if (act && !isEarly) await widget.quiet();
      },
    };
  }

  /** A state that the backend's answer alone leads to. */
  const scenario = (name: ScenarioName, what: State<Args, Harness>): Story<Args> =>
    state({ ...what, pilot: (pilot) => pilot.setScenario(name) });

  return { state, scenario };
}

/** Forced colours win over every scheme. */
const hasForcedColours = () => matchMedia('(forced-colors: active)').matches;

/** Its text is light, so what it stands on is dark. */
export const isDark = ({ element }: WidgetHarness<Widget>): boolean => {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return hasForcedColours() || red + green + blue > 384;
};

/** It has a room of that many px, and nothing stands out of it. */
export const fitsIn =
  (width: number) =>
  ({ element }: WidgetHarness<Widget>): boolean =>
    element.offsetWidth === width && element.scrollWidth <= width;

/** The host's own content is on screen. */
export const hasFallback = ({ element }: WidgetHarness<Widget>): boolean =>
  element.querySelector('p')?.checkVisibility() ?? false;

/** A button that can be pressed, with these words. */
export const offers =
  (name: RegExp) =>
  (widget: WidgetHarness<Widget>): boolean =>
    widget.all('button', name).length > 0;

/** `Prøv igen` is offered. */
export const canRetry = offers(/^(Prøv igen|Try again)$/);

/** No such button is there. */
export const offersNo =
  (name: RegExp) =>
  (widget: WidgetHarness<Widget>): boolean =>
    widget.all('button', name).length === 0;

/** The states that a failed request leads to, in words that all widgets share. */
export const FAILURES = {
  loading: [['Henter …', 'Loading …']],
  signedOut: [['Du er ikke logget ind', 'You are not logged in']],
  forbidden: [['Du har ikke adgang', 'You do not have access']],
  serverError: [['Der er en fejl i systemet', 'There is an error in the system']],
  badShape: [['Svaret fra systemet mangler noget', 'The answer from the system lacks something']],
  wrongSetup: [['Siden er sat forkert op', 'This page is set up wrongly']],
  offline: [['Vi kan ikke få forbindelse', 'We cannot connect']],
} as const satisfies Record<string, readonly Words[]>;
