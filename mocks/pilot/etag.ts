/** Entity tags: a hash of the answer's text. Not for security; 53 bits are plenty for one test environment. */
export function etagOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `"${(4294967296 * (2097151 & low) + (high >>> 0)).toString(16)}"`;
}

/** True when a header `If-Match` names the tag (or `*`). A weak tag (`W/`) never fits there (RFC 9110, 13.1.1). */
export function namesEtag(header: string, etag: string): boolean {
  return header.split(',').some((part) => ['*', etag].includes(part.trim()));
}

/** The same for `If-None-Match`, where `W/` is looked past (RFC 9110, 13.1.2). */
export function namesEtagWeakly(header: string, etag: string): boolean {
  return namesEtag(header.replace(/(^|,)\s*W\//g, '$1'), etag);
}
