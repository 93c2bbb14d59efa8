import { warn } from '../warn.js';
import type { MessageOverrides } from './common.messages.js';

/**
 * The kit's texts with the host's replacements, in groups such as `errors` too. A replacement of another type (a
 * plain string where a placeholder is filled in) is left out with a warning, since it would break the widget when it
 * is used.
 */
export function mergeMessages<Texts extends object>(
  texts: Texts,
  overrides: MessageOverrides<Texts> | null | undefined,
): Texts {
  const merged = { ...texts } as Record<string, unknown>;
  for (const [key, value] of Object.entries<unknown>({ ...overrides })) {
    const own = merged[key];
    if (typeof value !== typeof own) warn(`messages: '${key}' is unknown or of the wrong type`);
    else merged[key] = typeof own === 'object' ? mergeMessages(own as object, value as object) : value;
  }
  return merged as Texts;
}
