/** One bounded request: a time limit that includes the body, a limit of bytes, no redirects followed. */

export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text; bytes that are no UTF-8 are replaced. */
  readonly text: string;
  readonly isUtf8: boolean;
  /** Parsed; undefined when there is no body or it is no JSON. */
  readonly body: unknown;
}

/** Why there was no answer. */
export type NoAnswer = 'network' | 'time' | 'size';

export const MAX_BYTES = 8_000_000;

async function readBytes(response: Response): Promise<Uint8Array | 'size'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      return 'size';
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let place = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, place);
    place += chunk.length;
  }
  return bytes;
}

function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), isUtf8: false };
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Sends one request. Never rejects. */
export async function exchange(
  fetchLike: FetchLike,
  url: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<Answer | NoAnswer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  // Not every fetch gives up when it is told to.
  const late = new Promise<'time'>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve('time'));
  });
  const ask = async (): Promise<Answer | NoAnswer> => {
    const response = await fetchLike(url, { ...init, redirect: 'manual', signal: controller.signal });
    if (response.type === 'error') return 'network';
    const bytes = await readBytes(response);
    if (bytes === 'size') return bytes;
    const { text, isUtf8 } = decode(bytes);
    // A page is told only that there was a redirect.
    const status = response.type === 'opaqueredirect' ? 302 : response.status;
    return { status, headers: response.headers, text, isUtf8, body: parse(text) };
  };
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return controller.signal.aborted ? 'time' : 'network';
  } finally {
    clearTimeout(timer);
  }
}
