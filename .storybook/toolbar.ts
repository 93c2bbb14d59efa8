/** What the toolbar sets in the pilot: who is signed in, and how the backend behaves. */
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { addons } from 'storybook/preview-api';
import type { BrowserPilot } from '../mocks/browser.js';
import { personas, type Persona } from '../mocks/contract/endpoint.js';
import { scenarios, type ScenarioName } from '../mocks/contract/scenarios.js';

/** The story's own scenario stands. */
const AS_THE_STORY = 'story';

export const pilotGlobalTypes: NonNullable<Preview['globalTypes']> = {
  persona: {
    description: 'Persona: who is signed in',
    toolbar: { icon: 'user', dynamicTitle: true, items: [...personas] },
  },
  scenario: {
    description: 'Scenario: how the backend behaves',
    toolbar: {
      icon: 'lightning',
      dynamicTitle: true,
      items: [
        { value: AS_THE_STORY, title: 'as the story' },
        ...Object.entries(scenarios).map(([value, { en }]) => ({ value, title: value, right: en })),
      ],
    },
  },
};

export const pilotGlobals = { persona: 'all', scenario: AS_THE_STORY };

let applied = '';
const keyOf = ({ persona, scenario }: Record<string, unknown>) => `${String(persona)} ${String(scenario)}`;

/** Before a story is rendered: after the story's own settings, the toolbar's. */
export function applyToolbar(pilot: BrowserPilot, globals: Record<string, unknown>): void {
  const { persona, scenario } = { ...pilotGlobals, ...globals };
  applied = keyOf({ persona, scenario });
  if (persona !== pilotGlobals.persona) pilot.setPersona(persona as Persona);
  if (scenario !== AS_THE_STORY) pilot.setScenario(scenario as ScenarioName);
}

/** A choice in the toolbar while a story is shown: it starts over, with the pilot set anew. */
export const withPilot: Decorator = (story, { globals, id }) => {
  if (keyOf({ ...pilotGlobals, ...globals }) !== applied) {
    applied = keyOf({ ...pilotGlobals, ...globals });
    setTimeout(() => addons.getChannel().emit('forceRemount', { storyId: id }));
  }
  return story();
};
