import type { Consent, ConsentRequest } from '../shared/backend/digitalt-samtykke.js';

/** What is different in a request that was read again. */
export interface Changes {
  /** Keys of the parts that are new or otherwise: `legalBasis`, or for a consent `c-1 data`. */
  readonly keys: ReadonlySet<string>;
  /** Purposes that are no longer asked for. */
  readonly removed: readonly string[];
}

/** Key of a part of a consent. */
export const partKey = (consent: Pick<Consent, 'id'>, part: keyof Consent): string => `${consent.id} ${part}`;

/** Everything that the citizen is told before the choice, by key. */
function partsOf({ authority, declaration, answerBy, consents }: ConsentRequest): Map<string, string> {
  const { name, cvrNumber, ...contact } = authority;
  const parts: [string, unknown][] = [
    ...Object.entries(declaration),
    ['authority', [name, cvrNumber]],
    ['contact', contact],
    ['answerBy', answerBy],
    ...consents.flatMap((consent) =>
      (['purpose', 'data', 'recipients', 'validTo'] as const).map((part): [string, unknown] => [
        partKey(consent, part),
        consent[part],
      ]),
    ),
  ];
  return new Map(parts.map(([key, value]) => [key, JSON.stringify([value])]));
}

/**
 * Compares two readings of an open request. A translation of the same version (the citizen changed the language of the
 * page) is no change.
 * @returns undefined when nothing has changed
 */
export function changesBetween(before: ConsentRequest, after: ConsentRequest): Changes | undefined {
  const { version, language } = after.declaration;
  if (version === before.declaration.version && language !== before.declaration.language) return undefined;
  const [old, now] = [partsOf(before), partsOf(after)];
  const keys = new Set([...now].filter(([key, value]) => old.get(key) !== value).map(([key]) => key));
  const removed = before.consents.filter(({ id }) => !after.consents.some((consent) => consent.id === id));
  return keys.size > 0 || removed.length > 0
    ? { keys, removed: removed.map(({ purpose }) => purpose) }
    : undefined;
}
