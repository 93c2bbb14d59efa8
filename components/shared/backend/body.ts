import { BackendError } from './backend-error.js';

/** The largest answer that is read: 8 MB (contract 2). */
export const MAX_BODY_BYTES = 8_000_000;

/**
 * Reads a body as JSON, in UTF-8, and stops at the limit instead of filling the memory.
 * @returns undefined for an empty body
 * @throws BackendError `not-json`; what the connection threw, when it broke
 */
export async function readJson(response: Response, where: string): Promise<unknown> {
  const { status } = response;
  const fail = (why: string) =>
    new BackendError({ kind: 'contract', code: 'not-json', status, retryable: true }, `${where}: ${why}`);
  const bytes = await readBytes(response, () => fail('over 8 MB'));
  if (bytes.byteLength === 0) return undefined;
  const type = response.headers.get('Content-Type') ?? '';
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) throw fail('not JSON in UTF-8');
  try {
    // Fatal: a wrong charset must be an error, not replacement characters in a person's name.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw fail('not JSON in UTF-8');
  }
}

async function readBytes(response: Response, tooLarge: () => Error): Promise<ArrayBuffer> {
  if (!response.body) return new ArrayBuffer();
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      // The rest is not wanted; that giving it up may fail as well changes nothing.
      reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(value);
  }
  return new Blob(chunks).arrayBuffer();
}
