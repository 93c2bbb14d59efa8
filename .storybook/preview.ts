import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { configure } from '../components/shared/page-state.js';
import { startPilot, type BrowserPilot } from '../mocks/browser.js';
import { NOW } from '../stories/now.js';
import { globalTypes, initialGlobals, withAppearance } from './appearance.js';
import { applyToolbar, pilotGlobals, pilotGlobalTypes, withPilot } from './toolbar.js';

// Written by the build just before; a glob, because the file is not there when types are checked.
const manifests = import.meta.glob('../dist/custom-elements.json', { import: 'default', eager: true });
setCustomElementsManifest(manifests['../dist/custom-elements.json']);

type Enhancer = NonNullable<Preview['argTypesEnhancers']>[number];

/** Attributes can be set from the controls; the rest of the manifest's table is for reading. */
const fromManifest: Enhancer = ({ component, argTypes }) => {
  if (typeof component !== 'string') return argTypes;
  const documented = getStorybookHelpers(component).argTypes as typeof argTypes;
  const rows = Object.entries(documented).map(([name, row]) =>
    row.table?.category === 'attributes' ? [name, row] : [name, { ...row, control: false }],
  );
  // In place of Storybook's own rows, which mix up attributes and properties of one name.
  const ofTheStories = Object.entries(argTypes).filter(([, { table }]) => !table?.category);
  return Object.fromEntries([...rows, ...ofTheStories]) as typeof argTypes;
};

/** The toolbar's widths. */
const widths = Object.fromEntries(
  [240, 320, 700, 1100].map((width) => [
    `w${width}`,
    { name: `${width} px`, styles: { width: `${width}px`, height: '100%' } },
  ]),
);

let pilot: BrowserPilot;

const preview: Preview = {
  globalTypes: { ...globalTypes, ...pilotGlobalTypes },
  initialGlobals: { ...initialGlobals, ...pilotGlobals },
  decorators: [withAppearance, withPilot],
  argTypesEnhancers: [fromManifest],
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    // A frame a story: the stories of a docs page would share one pilot otherwise.
    docs: { story: { inline: false, height: '32rem' } },
    controls: { expanded: true },
    viewport: { options: widths },
    options: { storySort: { order: ['Start', 'In a portal', 'Widgets', 'Design'] } },
  },
  // pilot: it must answer before the first element is registered.
  beforeAll: async () => {
    pilot = await startPilot({ serviceWorkerUrl: './mockServiceWorker.js', clock: NOW });
    configure({ backendUrl: pilot.baseUrl });
    await import('../components/define.js');
  },
  // A story sets the pilot by `parameters.pilot`, a function that gets its controls.
  beforeEach: ({ parameters, globals, canvasElement }) => {
    // The story before must not ask once more, and use up a fault that is meant for this one.
    canvasElement.replaceChildren();
    pilot.reset();
    // Functions of their own: no answer of the story before is shared.
    configure({ now: () => pilot.now(), fetch: (...request) => fetch(...request) });
    (parameters.pilot as ((controls: BrowserPilot) => void) | undefined)?.(pilot);
    applyToolbar(pilot, globals);
  },
};

export default preview;
