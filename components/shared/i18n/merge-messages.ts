import { warn } from '../warn.js';
import type { MessageOverrides } from './common.messages.js';

type Say = (...values: unknown[]) => unknown;

/** A text of the host that throws, or gives no string, must not take a message with it: the kit's own stands in. */
function guarded(key: string, say: Say, own: Say): Say {
  return (...values) => {
    try {
      const text = say(...values);
      if (typeof text === 'string') return text;
    } catch {
      // Said below, without the host's error: it may hold anything.
    }
    warn(`messages: '${key}' gives no text`);
    return own(...values);
  };
}

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
    else if (typeof own === 'object') merged[key] = mergeMessages(own as object, value as object);
    else merged[key] = typeof own === 'function' ? guarded(key, value as Say, own as Say) : value;
  }
  return merged as Texts;
}
