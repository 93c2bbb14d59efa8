/** What can be seen of any widget: the parts of a state that are the same for all. */
import type { Widget } from '../components/shared/testing/harness.js';
import type { WidgetHarness } from '../components/testing.js';
import type { Words } from './widget-states.js';

type AnyHarness = WidgetHarness<Widget>;

/** Forced colours win over every scheme. */
const hasForcedColours = () => matchMedia('(forced-colors: active)').matches;

/** Its text is light, so what it stands on is dark. */
export const isDark = ({ element }: AnyHarness): boolean => {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return hasForcedColours() || red + green + blue > 384;
};

/** It has a room of that many px, and nothing stands out of it. */
export const fitsIn =
  (width: number) =>
  ({ element }: AnyHarness): boolean =>
    element.offsetWidth === width && element.scrollWidth <= width;

/** The host's own content is on screen. */
export const hasFallback = ({ element }: AnyHarness): boolean =>
  element.querySelector('p')?.checkVisibility() ?? false;

/** A button that can be pressed, with these words. */
export const offers =
  (name: RegExp) =>
  (widget: AnyHarness): boolean =>
    widget.all('button', name).length > 0;

/** `Prøv igen` is offered. */
export const canRetry = offers(/^(Prøv igen|Try again)$/);

/** No such button is there. */
export const offersNo =
  (name: RegExp) =>
  (widget: AnyHarness): boolean =>
    widget.all('button', name).length === 0;

/** What all widgets say in the same words. */
export const COMMON = {
  loading: [['Henter …', 'Loading …']],
  signedOut: [['Du er ikke logget ind', 'You are not logged in']],
  forbidden: [['Du har ikke adgang', 'You do not have access']],
  serverError: [['Der er en fejl i systemet', 'There is an error in the system']],
  badShape: [['Svaret fra systemet mangler noget', 'The answer from the system lacks something']],
  wrongSetup: [['Siden er sat forkert op', 'This page is set up wrongly']],
  offline: [['Vi kan ikke få forbindelse', 'We cannot connect']],
} as const satisfies Record<string, readonly Words[]>;
