/**
 * Shapes of the services' ids. Checked by shape only: the services' own ids are not all valid UUIDs and their
 * test numbers fail every checksum.
 */

const UUID_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** 8-4-4-4-12 hex digits; not necessarily a valid RFC 9562 UUID (Digital Post's ids are not). */
export function isUuidShaped(text: string): boolean {
  return UUID_SHAPE.test(text);
}

/** A company number (CVR): 8 digits. Modulus 11 is not checked: the services' test numbers fail it. */
export function isCvr(text: string): boolean {
  return /^\d{8}$/.test(text);
}

/** A personal number (CPR) as it goes over the wire: 10 digits, no hyphen. Modulus 11 does not hold since 2007. */
export function isCpr(text: string): boolean {
  return /^\d{10}$/.test(text);
}

/** A web address (http or https), or undefined: anything else is never made a link. `base` allows relative ones. */
export function httpUrl(text: string, base?: string): URL | undefined {
  try {
    const url = new URL(text, base);
    return /^https?:/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
