import { httpUrl } from './i18n/identifiers.js';

/** What tells where a page stands; the window, but for tests. */
export interface FramedView {
  readonly top: unknown;
  readonly parent: unknown;
  readonly origin: string;
  readonly location: { readonly ancestorOrigins?: ArrayLike<string> };
  readonly document: { readonly referrer: string };
}

/** An opaque origin, and one that is not known: never the page's own, never allowed. */
const UNKNOWN = 'null';

/**
 * Whether the page is shown inside a page of an origin that neither is its own nor was allowed (contract 2): there
 * an act with legal weight could be tricked out of the user (clickjacking). All frames around it count, and one
 * whose origin cannot be known is a stranger's. The `frame-ancestors` header is the host's own defence; this one holds
 * without it.
 * @param allowed origins (`https://host`) of `configure({ frameOrigins })`
 */
export function isFramedByStranger(
  allowed: readonly string[] | undefined,
  view: FramedView = window,
): boolean {
  if (view.top === view) return false;
  const trusted = [
    view.origin,
    ...(Array.isArray(allowed) ? allowed : []).map((text) => httpUrl(String(text))?.origin),
  ];
  return originsAround(view).some((origin) => origin === UNKNOWN || !trusted.includes(origin));
}

function originsAround(view: FramedView): readonly string[] {
  const { ancestorOrigins } = view.location;
  if (ancestorOrigins) return ancestorOrigins.length > 0 ? Array.from(ancestorOrigins) : [UNKNOWN];
  // Firefox: frames of the own origin can be looked into; of others only the nearest may be told by the referrer.
  const origins: string[] = [];
  let frame = view;
  do {
    frame = frame.parent as FramedView;
    origins.push(readOrigin(frame) ?? (frame === view.parent ? referrerOrigin(view) : UNKNOWN));
  } while (frame !== view.top && frame !== frame.parent);
  return origins;
}

function readOrigin(frame: FramedView): string | undefined {
  try {
    return frame.origin;
  } catch {
    return undefined;
  }
}

/** The own origin as referrer means that the frame went on by itself: then it tells nothing of who framed it. */
function referrerOrigin({ document, origin }: FramedView): string {
  const from = httpUrl(document.referrer)?.origin ?? UNKNOWN;
  return from === origin ? UNKNOWN : from;
}
