import type { Audience } from '../shared/backend/readers/digital-post-contact.js';

const AUDIENCES: readonly Audience[] = ['citizen', 'business', 'authority'];

/** The audience; `citizen` for anything unknown. */
export function readAudience(text: unknown, complain: (text: string) => void): Audience {
  const known = AUDIENCES.find((audience) => audience === text);
  if (!known) complain(`audience is none of ${AUDIENCES.join(', ')}`);
  return known ?? 'citizen';
}
