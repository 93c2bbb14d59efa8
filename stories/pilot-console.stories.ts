import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { configure } from '../components/shared/page-state.js';
import { until } from '../components/shared/testing/harness.js';
import type { BrowserPilot } from '../mocks/browser.js';
import { Api } from '../console/api.js';
import { PilotConsole } from '../console/pilot-console.js';
import '../console/define.js';

let base = '';

const meta: Meta = {
  title: 'Pilot/Console',
  parameters: {
    layout: 'fullscreen',
    pilot: (pilot: BrowserPilot) => {
      base = pilot.baseUrl;
    },
  },
  render: (_args, { globals }) => {
    const view = new PilotConsole();
    const lang = (globals as { readonly language?: string }).language === 'en' ? 'en' : 'da';
    return Object.assign(view, { api: new Api(base), configure, inPage: true, keepsAddress: false, lang });
  },
};

export default meta;

/** The same page as `skranke pilot` serves at `/pilot/`, against the pilot of this Storybook. */
export const Console: StoryObj = {
  play: async ({ canvasElement, globals }) => {
    const view = canvasElement.querySelector('pilot-console');
    const word = globals['language'] === 'en' ? 'Scenario' : 'Scenarie';
    await until(`'${word}' on the console`, () => (view?.shadowRoot ?? view)?.textContent.includes(word));
  },
};
