/** What the stories of all widgets have in common. Tests use the stories as fixtures: `fixtures.ts`. */
import type { BrowserPilot } from '../mocks/browser.js';

/** What a story and a test both know: how to reach the state, and which one it is. */
export interface StoryParameters {
  /** Sets the pilot before the story is rendered. */
  readonly pilot?: (pilot: BrowserPilot) => void;
  /** The state that the element ends in; `ready` when left out. */
  readonly state?: 'loading' | 'empty' | 'error';
  /** Whether the user does something before the state is there. */
  readonly acts?: boolean;
  /** What a user does not see of what the story is about, in words; nothing when all of it is on screen. */
  readonly missing?: (canvas: HTMLElement) => readonly string[];
}

/** Runs a part of a play function under a name, which Storybook shows. */
export type Step = (name: string, run: () => Promise<void>) => Promise<void> | void;

/** What the toolbar has where the story itself sets the pilot. */
export const AS_THE_STORY: Readonly<Record<'persona' | 'scenario', string>> = {
  persona: 'all',
  scenario: 'story',
};

/** What a play function is given: by Storybook all of it, by a test only the place. */
export interface PlayContext {
  readonly canvasElement: HTMLElement;
  readonly step?: Step;
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly args?: object;
  readonly initialArgs?: object;
  /** False where the data are not the story's own: the user acts, and what is then on screen is not judged. */
  readonly isJudged?: boolean;
}

/** A story as Storybook takes it, and as tests can run it: it needs nothing of Storybook. */
export interface Story<Args> {
  readonly args?: Args;
  readonly parameters?: StoryParameters;
  readonly globals?: { readonly scheme?: 'light' | 'dark' };
  /** What the user does, through the widget's harness, and what is then on screen: fails when that is not there. */
  readonly play?: (context: PlayContext) => Promise<void>;
}
