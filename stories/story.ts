/** What the stories of all widgets have in common. Tests use the stories as fixtures: `fixtures.ts`. */
import type { StoryObj } from '@storybook/web-components-vite';
import type { BrowserPilot } from '../mocks/browser.js';

/** What a story and a test both know: how to reach the state, and which one it is. */
export interface StoryParameters {
  /** Sets the pilot before the story is rendered. */
  readonly pilot?: (pilot: BrowserPilot) => void;
  /** The state that the element ends in; `ready` when left out. */
  readonly state?: 'loading' | 'empty' | 'error';
  /** Text that must be on screen, in Danish and in English. */
  readonly shows?: readonly [da: string, en: string];
}

/** A story that tests can run too: it needs nothing of Storybook. */
export type Story<Args> = Omit<StoryObj<Args>, 'play' | 'parameters' | 'globals'> & {
  readonly parameters?: StoryParameters;
  readonly globals?: { readonly scheme?: 'light' | 'dark' };
  /** What the user does, through the widget's harness. */
  readonly play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
};
