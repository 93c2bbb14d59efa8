import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';

/** Media features as a test wants them. */
export interface Media {
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly colorScheme?: 'dark' | 'light';
}

const FEATURES: Record<keyof Media, string> = {
  forcedColors: 'forced-colors',
  reducedMotion: 'prefers-reduced-motion',
  colorScheme: 'prefers-color-scheme',
};

const missing = (media: Media) =>
  Object.entries(media)
    .map(([name, value]) => `(${FEATURES[name as keyof Media]}: ${String(value)})`)
    .filter((query) => !matchMedia(query).matches);

/**
 * Switches media on, as far as the engine's driver can. What is missing is noted: the test is run again in an engine
 * that was started with these media, or else stands in the table of `npm run test:browsers` as not applicable.
 * @returns whether all of it is there
 */
export async function wantMedia({ test }: Mocha.Context, media: Media): Promise<boolean> {
  await emulateMedia(media);
  const lacks = missing(media);
  if (lacks.length > 0)
    await executeServerCommand('engine:note', {
      title: test?.fullTitle(),
      media,
      reason: `cannot be switched on here: ${lacks.join(' ')}`,
    });
  return lacks.length === 0;
}

/** As `wantMedia`, for a test that means nothing without them: there it is not run. */
export async function needMedia(context: Mocha.Context, media: Media): Promise<void> {
  if (!(await wantMedia(context, media))) context.skip();
}

/** Ends what `wantMedia` and `needMedia` switched on. */
export async function resetMedia(): Promise<void> {
  await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference', colorScheme: 'light' });
}

type Sheets = Pick<DocumentOrShadowRoot, 'styleSheets' | 'adoptedStyleSheets'>;

const roots = (place: ParentNode & Sheets): Sheets[] => [
  place,
  ...[...place.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
];

function mediaRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => {
    const within = rule instanceof CSSGroupingRule ? mediaRules(rule.cssRules) : [];
    return rule instanceof CSSMediaRule ? [rule, ...within] : within;
  });
}

/**
 * Shows what is on the page as it stands on paper, while `act` runs. Where the driver has no such switch, the page's
 * rules for paper are made to be for the screen, and those for the screen for nothing.
 */
export async function onPaper(act: () => Promise<void> | void): Promise<void> {
  await emulateMedia({ media: 'print' });
  const sheets = roots(document).flatMap((root) => [...root.styleSheets, ...root.adoptedStyleSheets]);
  const rules = matchMedia('print').matches
    ? []
    : [...new Set(sheets)].flatMap(({ cssRules }) => mediaRules(cssRules));
  const changed = rules.filter(({ media }) => /^(print|screen)$/.test(media.mediaText));
  const swap = () => {
    for (const { media } of changed) media.mediaText = media.mediaText === 'print' ? 'screen' : 'print';
  };
  swap();
  try {
    await act();
  } finally {
    swap();
    await emulateMedia({ media: 'screen' });
  }
}
