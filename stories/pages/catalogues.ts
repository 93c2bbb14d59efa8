/** Every text of the kit, read off the catalogues. Where a text is filled in, a sample stands in it. */

/** Stands for a text that there is not. */
export const MISSING = 'MISSING';

type Texts = Readonly<Record<string, unknown>>;
export type Catalogue = Readonly<Record<'da' | 'en', Texts>>;

const modules = {
  ...import.meta.glob<Record<string, Catalogue>>('../../components/*/*.messages.ts', { eager: true }),
  ...import.meta.glob<Record<string, Catalogue>>('../../components/shared/i18n/*.messages.ts', {
    eager: true,
  }),
};
/** All texts, by whose they are. */
export const catalogues = Object.entries(modules).flatMap(([path, module]) =>
  Object.values(module)
    .filter((value) => 'da' in value && 'en' in value)
    .map((texts) => ({ name: path.replace(/^.*\/(.+)\.messages\.ts$/, '$1'), texts })),
);
const common = catalogues.find(({ name }) => name === 'common')?.texts.da ?? {};

/** Tried in turn until one gives words: what a text is filled in with differs. */
const SAMPLES: readonly unknown[][] = [
  ['…', '…', '…'],
  [2, 2, 2],
  [2, ['frist'], '…'],
  [['…'], '…', '…'],
  ['point', '…', '…'],
  [{ da: '…', en: '…' }, '…'],
];

function filledIn(text: (...values: unknown[]) => unknown): unknown {
  for (const sample of SAMPLES) {
    try {
      const result = text(...sample);
      if (!/undefined|NaN|\[object/.test(JSON.stringify(result))) return result;
    } catch {
      // The next one.
    }
  }
  return String(text);
}

/** All texts below a value, by their path. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return flatten(filledIn(value as (...values: unknown[]) => unknown), path);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => flatten(one, path ? `${path}.${key}` : key));
}

/**
 * The texts of one, as `[key, Danish, English]`. What a widget takes over from the common ones stands there, and not here.
 */
export function own({ da, en }: Catalogue, isCommon = false): [string, string, string][] {
  const english = new Map(flatten(en));
  const shared = new Map(isCommon ? [] : flatten(common));
  return (
    flatten(da)
      .filter(([key, text]) => shared.get(key) !== text)
      .map(([key, text]): [string, string, string] => [key, text, english.get(key) ?? MISSING])
      // Where there is nothing to say, in either language.
      .filter(([, ...texts]) => texts.some((text) => text !== ''))
  );
}
