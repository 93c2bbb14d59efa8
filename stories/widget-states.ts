/**
 * What the stories of every widget are made with: the element in a host's page, and its states, each with how it is
 * reached and what a user sees there.
 */
import type { Meta } from '@storybook/web-components-vite';
import { html, nothing, render, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { until, type Widget } from '../components/shared/testing/harness.js';
import type { WidgetHarness } from '../components/testing.js';
import type { BrowserPilot } from '../mocks/browser.js';
import type { ScenarioName } from '../mocks/contract/scenarios.js';
import { AS_THE_STORY, type PlayContext, type Step, type Story, type StoryParameters } from './story.js';

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

/** An element with the attributes and the content that it is given; what is absent, false or empty is no attribute. */
class HostElement extends Directive {
  #element: HTMLElement | undefined;

  override render(
    tag: string,
    attributes: readonly (readonly [string, unknown])[],
    content: unknown,
  ): Element {
    const element = (this.#element ??= document.createElement(tag));
    for (const [name, value] of attributes) {
      if (value === true) element.setAttribute(name, '');
      else if (typeof value === 'number' || (typeof value === 'string' && value))
        element.setAttribute(name, String(value));
      else element.removeAttribute(name);
    }
    render(content, element);
    return element;
  }
}
const hostElement = directive(HostElement);

/** Renders a widget as a host does. */
export function renderWidget<Args extends HostArgs>(
  tag: `skranke-${string}`,
  options: {
    /** Of the element. */
    readonly id?: string;
    /** What the host puts around it. */
    readonly around?: (widget: TemplateResult, args: Args) => TemplateResult;
    /** Args that are for `around` alone, and no attributes. */
    readonly isHostsOwn?: readonly (keyof Args & string)[];
  } = {},
): (args: Args) => TemplateResult {
  const { id, around = (widget: TemplateResult) => widget, isHostsOwn = [] } = options;
  const noAttributes: readonly string[] = ['fallback', 'width', ...isHostsOwn];
  return (args) => {
    const ofTheElement = Object.entries({ id, ...args }).filter(([key]) => !noAttributes.includes(key));
    const content = args.fallback ? html`<p>${args.fallback}</p>` : nothing;
    const widget = around(html`${hostElement(tag, ofTheElement, content)}`, args);
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

/** The words that are looked for, in the language of the widget. */
const wordsFor = ({ element }: WidgetHarness<Widget>, shows: readonly Words[]): readonly string[] =>
  shows.map(([da, en]) => (element.closest('[lang]')?.getAttribute('lang') === 'en' ? en : da));

/** Why a user would not say that the widget is in this state. */
function missingOf<Args, Harness extends WidgetHarness<Widget>>(
  { state, shows, sees = {} }: State<Args, Harness>,
  widget: Harness,
): readonly string[] {
  const expected = state ?? 'ready';
  const missing = wordsFor(widget, shows)
    .filter((words) => !widget.text.includes(words))
    .map((words) => `no '${words}'`);
  if (widget.state !== expected) missing.push(`it is ${String(widget.state)}, not ${expected}`);
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

/** Somebody has changed the controls or the toolbar: another state is meant to be there. */
function isOverruled({ globals = {}, args, initialArgs }: PlayContext): boolean {
  const { persona, scenario } = { ...AS_THE_STORY, ...globals };
  const isOther = persona !== AS_THE_STORY.persona || scenario !== AS_THE_STORY.scenario;
  return isOther || JSON.stringify(args) !== JSON.stringify(initialArgs);
}

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
    async function look(canvas: HTMLElement, step: Step): Promise<void> {
      const widget = Harness.in(canvas);
      const seen = [...wordsFor(widget, shows), ...Object.keys(sees)].join(' · ');
      await step(`It shows: ${seen}`, async () => {
        await until('the state', () => missing(canvas).length === 0).catch(() => {
          throw new Error(`${missing(canvas).join('; ')}. There is: ${widget.text}`);
        });
      });
    }
    return {
      ...(args && { args }),
      ...(scheme && { globals: { scheme } }),
      parameters,
      play: async (context) => {
        if (isOverruled(context)) return;
        const { canvasElement, step = inOrder } = context;
        const widget = Harness.in(canvasElement);
        await step('It loads', () => (isEarly ? widget.quiet() : widget.settled()));
        if (act)
          await step('The user acts', async () => {
            await act(widget, pilot);
          });
        if (context.isJudged !== false) await look(canvasElement, step);
        if (act && !isEarly) await widget.quiet();
      },
    };
  }

  /** A state that the backend's answer alone leads to. */
  const scenario = (name: ScenarioName, what: State<Args, Harness>): Story<Args> =>
    state({ ...what, pilot: (pilot) => pilot.setScenario(name) });

  return { state, scenario };
}
