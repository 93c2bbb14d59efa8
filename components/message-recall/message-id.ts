import { isUuidShaped } from '../shared/i18n/identifiers.js';

/**
 * The id of a message (MeddelelsesID) as people type or paste it: 36 characters, or the same 32 hex digits without
 * hyphens; blanks and braces around it are cut off.
 * @returns 8-4-4-4-12 hex digits in lower case, or undefined when it is no such id
 */
export function parseMessageId(text: string): string | undefined {
  const bare = text.replaceAll(/^[\s{]+|[\s}]+$/g, '').toLowerCase();
  const hex = isUuidShaped(bare) ? bare.replaceAll('-', '') : bare;
  if (!/^[0-9a-f]{32}$/.test(hex)) return undefined;
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
