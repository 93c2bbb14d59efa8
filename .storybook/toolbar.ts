/** What the toolbar sets in the pilot: who is signed in, and how the backend behaves. */
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { addons } from 'storybook/preview-api';
import type { BrowserPilot } from '../mocks/browser.js';
import { personas, type Persona } from '../mocks/contract/endpoint.js';
import { scenarios, type ScenarioName } from '../mocks/contract/scenarios.js';
import { AS_THE_STORY } from '../stories/story.js';

const PERSONAS: Readonly<Record<Persona, string>> = {
  all: 'may do everything',
  citizen: 'citizen',
  company: 'company',
  caseworker: 'case worker',
  'caseworker-limited': 'case worker without the right to recall',
  authority: 'authority',
};

export const pilotGlobalTypes: NonNullable<Preview['globalTypes']> = {
  persona: {
    description: 'Persona: who is signed in',
    toolbar: {
      icon: 'user',
      dynamicTitle: true,
      items: personas.map((value) => ({ value, title: PERSONAS[value] })),
    },
  },
  scenario: {
    description: 'Scenario: how the backend behaves',
    toolbar: {
      icon: 'lightning',
      dynamicTitle: true,
      items: [
        { value: AS_THE_STORY.scenario, title: 'backend as in the story' },
        ...Object.entries(scenarios).map(([value, { en }]) => ({ value, title: value, right: en })),
      ],
    },
  },
};

export const pilotGlobals = AS_THE_STORY;

let applied = '';
const keyOf = ({ persona, scenario }: Record<string, unknown>) => `${String(persona)} ${String(scenario)}`;

/** Before a story is rendered: after the story's own settings, the toolbar's. */
export function applyToolbar(pilot: BrowserPilot, globals: Record<string, unknown>): void {
  const { persona, scenario } = { ...pilotGlobals, ...globals };
  applied = keyOf({ persona, scenario });
  if (persona !== pilotGlobals.persona) pilot.setPersona(persona as Persona);
  if (scenario !== pilotGlobals.scenario) pilot.setScenario(scenario as ScenarioName);
}

/** A choice in the toolbar while a story is shown: it starts over, with the pilot set anew. */
export const withPilot: Decorator = (story, { globals, id }) => {
  if (keyOf({ ...pilotGlobals, ...globals }) !== applied) {
    applied = keyOf({ ...pilotGlobals, ...globals });
    setTimeout(() => addons.getChannel().emit('forceRemount', { storyId: id }));
  }
  return story();
};
