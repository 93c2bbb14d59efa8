import { warn } from '../warn.js';
import type { CommonMessages, MessageOverrides } from './common.messages.js';

/**
 * The kit's texts with the host's replacements. A replacement of another type (a plain string where a placeholder
 * is filled in) is left out with a warning, since it would break the widget when it is used.
 */
export function mergeMessages<Texts extends CommonMessages>(
  texts: Texts,
  overrides: MessageOverrides<Texts> | null | undefined,
): Texts {
  const merged = { ...texts } as unknown as Record<string, unknown>;
  for (const [key, value] of Object.entries(overrides ?? {})) {
    if (typeof value !== typeof merged[key]) warn(`messages: '${key}' is unknown or of the wrong type`);
    else merged[key] = key === 'errors' ? { ...texts.errors, ...(value as object) } : value;
  }
  return merged as unknown as Texts;
}
