import { expect } from '@open-wc/testing';
import { failureOf, infoOf } from '../testing/failures.js';
import { FakeFetch, json, problem, type Reply } from '../testing/fake-fetch.js';
import { createBackendClient } from './client.js';

const JSON_TYPE = { headers: { 'Content-Type': 'application/json' } };

function ask(reply: Reply, { etag, problems = [] }: { etag?: string; problems?: string[] } = {}) {
  const { fetch } = new FakeFetch(reply);
  const client = createBackendClient({ backendUrl: 'https://backend.test', fetch });
  return client.get({
    path: '/x/{id}',
    params: { id: '1' },
    lang: 'da',
    etag,
    problems,
    read: (body) => body,
  });
}

/** A body of so many bytes that is one JSON string. */
function bigText(bytes: number): string {
  return `"${'a'.repeat(bytes - 2)}"`;
}

describe('body', () => {
  for (const [name, reply] of Object.entries({
    HTML: new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
    'HTML that says it is JSON': new Response('<!doctype html>', JSON_TYPE),
    'JSON that says it is text': new Response('{}', { headers: { 'Content-Type': 'text/plain' } }),
    'JSON without a type': new Response(new TextEncoder().encode('{}')),
    'a truncated body': new Response('{"a": [1, 2', JSON_TYPE),
    'another charset': new Response(new Uint8Array([0x22, 0xe6, 0x22]), JSON_TYPE),
  })) {
    it(`of ${name} cannot be read`, async () => {
      const info = await infoOf(ask(reply));
      expect(info).to.deep.equal({ kind: 'contract', code: 'not-json', status: 200, retryable: true });
    });
  }

  it('that is a script is neither read nor run, whatever it calls itself', async () => {
    for (const type of ['text/javascript', 'application/javascript', 'application/json']) {
      const reply = new Response('window.ran = 1; callback({"a":1})', { headers: { 'Content-Type': type } });
      expect((await infoOf(ask(reply))).code, type).to.equal('not-json');
    }
    const withJson = new Response('{"a":1}', { headers: { 'Content-Type': 'text/javascript' } });
    expect((await infoOf(ask(withJson))).code).to.equal('not-json');
    expect('ran' in window).to.be.false;
  });

  it('that is empty lacks what is needed', async () => {
    expect(await infoOf(ask(new Response(null, JSON_TYPE)))).to.deep.equal({
      kind: 'contract',
      code: 'bad-shape',
      retryable: true,
    });
  });

  for (const type of ['application/json; charset=utf-8', 'application/vnd.x+json', 'APPLICATION/JSON']) {
    it(`of type ${type} is read`, async () => {
      const answer = await ask(new Response('{"a":"æ"}', { headers: { 'Content-Type': type } }));
      expect(answer.data).to.deep.equal({ a: 'æ' });
    });
  }

  it('may begin with a byte order mark', async () => {
    expect((await ask(new Response('\ufeff[1]', JSON_TYPE))).data).to.deep.equal([1]);
  });

  it('of 8 MB is read', async () => {
    const { data } = await ask(new Response(bigText(8_000_000), JSON_TYPE));
    expect(data).to.have.length(7_999_998);
  });

  it('over 8 MB is refused', async () => {
    expect((await infoOf(ask(new Response(bigText(8_000_001), JSON_TYPE)))).code).to.equal('not-json');
  });

  it('that never ends is given up at the limit', async () => {
    let cancelled = false;
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        sent += 1;
        stream.enqueue(new Uint8Array(1_000_000));
      },
      cancel: () => {
        cancelled = true;
        throw new Error('the connection is gone');
      },
    });
    expect((await infoOf(ask(() => new Response(body, JSON_TYPE)))).code).to.equal('not-json');
    expect([cancelled, sent < 12]).to.deep.equal([true, true]);
  });
});

describe('problem', () => {
  it('becomes a typed failure without the words of the backend', async () => {
    const failure = await failureOf(ask(problem('not-permitted', 403)));
    expect(failure.info).to.deep.equal({
      kind: 'http',
      code: 'not-permitted',
      status: 403,
      retryable: false,
      problem: { type: 'https://backend.test/problems/not-permitted', status: 403 },
      retryAfterMs: undefined,
    });
    expect(failure.message).to.equal('not-permitted (403) GET /x/{id}');
    expect(`${failure.stack} ${JSON.stringify(failure)}`).not.to.contain('SECRET');
  });

  it('keeps the names of the fields of a 422, not their messages', async () => {
    const reply = problem('invalid', 422, { errors: { overskrift: 'SECRET', fristDato: 'SECRET' } });
    const { code, invalidFields } = await infoOf(ask(reply));
    expect([code, invalidFields]).to.deep.equal(['invalid', ['overskrift', 'fristDato']]);
  });

  it("has a service's own slug where the caller knows it", async () => {
    const info = await infoOf(ask(problem('already-answered', 409), { problems: ['already-answered'] }));
    expect(info.code).to.equal('already-answered');
  });

  it('of an unknown slug goes by its status', async () => {
    const { code, problem: told } = await infoOf(ask(problem('on-holiday', 503)));
    expect(code).to.equal('unavailable');
    expect(told).to.deep.equal({ type: 'https://backend.test/problems/on-holiday', status: 503 });
  });

  for (const type of ['not-found', 'urn:problem#not-found', 'https://x/not-found/', 'about:not-found']) {
    it(`of type ${type} is 'not-found'`, async () => {
      expect((await infoOf(ask(json({ type }, { status: 400 })))).code).to.equal('not-found');
    });
  }

  for (const [status, code, retryable] of [
    [400, 'http', false],
    [403, 'not-permitted', false],
    [404, 'not-found', false],
    [409, 'http', true],
    [412, 'precondition-failed', true],
    [418, 'http', false],
    [500, 'server-error', true],
  ] as const) {
    it(`that is an HTML page of status ${status} is '${code}'`, async () => {
      const reply = new Response('<h1>SECRET</h1>', { status, headers: { 'Content-Type': 'text/html' } });
      expect(await infoOf(ask(reply))).to.deep.equal({
        kind: 'http',
        code,
        status,
        retryable,
        retryAfterMs: undefined,
      });
    });
  }

  for (const body of [null, [], 'text', 7, { type: 7 }, { type: null }]) {
    it(`of an odd shape goes by its status: ${JSON.stringify(body)}`, async () => {
      const info = await infoOf(ask(json(body, { status: 404 })));
      expect([info.code, info.problem]).to.deep.equal(['not-found', undefined]);
    });
  }
});

describe('not modified', () => {
  it('says so by the absence of data', async () => {
    const reply = new Response(null, { status: 304, headers: { ETag: '"v2"' } });
    const answer = await ask(reply, { etag: '"v1"' });
    expect(answer).to.deep.equal({ data: undefined, etag: '"v2"', contentLang: undefined });
  });

  it('is asked for with the tag', async () => {
    const backend = new FakeFetch(new Response(null, { status: 304 }));
    const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch });
    await client.get({ path: '/x', lang: 'da', etag: '"v1"', read: (body) => body });
    expect(backend.only.headers.get('If-None-Match')).to.equal('"v1"');
  });

  it('is a failure when nobody asked', async () => {
    expect((await infoOf(ask(new Response(null, { status: 304 })))).code).to.equal('bad-shape');
  });
});

describe('answer', () => {
  it('tells tag and language', async () => {
    const answer = await ask(json([1], { headers: { ETag: '"v1"', 'Content-Language': 'en' } }));
    expect(answer).to.deep.equal({ data: [1], etag: '"v1"', contentLang: 'en' });
  });
});
