/** One request as the client made it. */
export interface Call {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

/** What a fake backend does: an answer, a broken connection, or something of the test's own. */
export type Reply = Response | Error | ((call: Call) => Response | Promise<Response>);

/** A `fetch` that answers with the replies in turn, the last one for ever, and keeps what was asked. */
export class FakeFetch {
  readonly calls: Call[] = [];
  readonly #replies: Reply[];

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    const call = { url, init, headers: new Headers(init.headers), signal: init.signal! };
    this.calls.push(call);
    const reply = this.#replies.length > 1 ? this.#replies.shift() : this.#replies[0];
    if (reply === undefined) throw new TypeError('no reply left');
    if (reply instanceof Error) throw reply;
    return reply instanceof Response ? reply.clone() : reply(call);
  };

  constructor(...replies: Reply[]) {
    this.#replies = replies;
  }

  /** The only request so far. */
  get only(): Call {
    if (this.calls.length !== 1) throw new Error(`${this.calls.length} requests instead of one`);
    return this.calls[0]!;
  }
}

/** An answer with a JSON body. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'Content-Type': 'application/json', ...(init.headers as Record<string, string>) },
  });
}

/** An RFC 9457 problem, with texts that must never be seen. */
export function problem(slug: string, status: number, more: Record<string, unknown> = {}): Response {
  const body = { type: `https://backend.test/problems/${slug}`, title: 'SECRET', detail: 'SECRET', ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** Never answers; ends when the request is given up, as the browser's own `fetch` does. */
export function silence({ signal }: Call): Promise<Response> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

/** Never answers and does not listen either, as a `fetch` of the host's own may do. */
export function deaf(): Promise<Response> {
  return new Promise(() => {});
}

/** A reply that the test gives when it likes. */
export function later(): { reply: () => Promise<Response>; give: (response: Response) => void } {
  const waiting: ((response: Response) => void)[] = [];
  return {
    reply: () => new Promise((resolve) => waiting.push(resolve)),
    give: (response) => {
      for (const resolve of waiting.splice(0)) resolve(response.clone());
    },
  };
}
