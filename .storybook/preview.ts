import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { configure } from '../components/shared/page-state.js';
import { startPilot, type BrowserPilot } from '../mocks/browser.js';
import { globalTypes, initialGlobals, withAppearance } from './appearance.js';

// Written by the build just before; a glob, because the file is not there when types are checked.
const manifests = import.meta.glob('../dist/custom-elements.json', { import: 'default', eager: true });
setCustomElementsManifest(manifests['../dist/custom-elements.json']);

let pilot: BrowserPilot;

const preview: Preview = {
  globalTypes,
  initialGlobals,
  decorators: [withAppearance],
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    // A frame a story: the stories of a docs page would share one pilot otherwise.
    docs: { story: { inline: false, height: '32rem' } },
    controls: { expanded: true },
  },
  // pilot: it must answer before the first element is registered.
  beforeAll: async () => {
    pilot = await startPilot({ serviceWorkerUrl: './mockServiceWorker.js' });
    configure({ backendUrl: pilot.baseUrl, now: () => pilot.now() });
    await import('../components/define.js');
  },
  // A story sets the pilot by `parameters.pilot`, a function that gets its controls.
  beforeEach: ({ parameters }) => {
    pilot.reset();
    (parameters.pilot as ((controls: BrowserPilot) => void) | undefined)?.(pilot);
  },
};

export default preview;
