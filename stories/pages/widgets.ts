/** The widgets as their own stories show them first: what the pages here are made from. A new widget joins by itself. */
import type { BrowserPilot } from '../../mocks/browser.js';
import type { StoryParameters } from '../story.js';

interface FirstStory {
  readonly args?: object;
  readonly parameters?: StoryParameters;
}

interface WidgetStories {
  readonly default: { readonly args?: object; readonly render?: (args: object) => unknown };
  readonly Default?: FirstStory;
}

const modules = import.meta.glob<WidgetStories>('../*.stories.ts', { eager: true });

export interface FirstLook {
  /** The tag's name without its prefix. */
  readonly name: string;
  readonly render: (args?: object) => unknown;
  readonly setPilot: (pilot: BrowserPilot) => void;
}

export const widgets: readonly FirstLook[] = Object.entries(modules).flatMap(([path, module]) => {
  const { render, args } = module.default;
  // A page that is no widget has no first look.
  if (!render || !module.Default) return [];
  return {
    name: path.replace(/^.*\/(.+)\.stories\.ts$/, '$1'),
    render: (more = {}) => render({ ...args, ...module.Default?.args, ...more }),
    setPilot: (pilot) => module.Default?.parameters?.pilot?.(pilot),
  };
});
