import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { PortTakenError, servePilot, type HttpPilot, type ServePilotOptions } from './http.js';
import { NOW } from './testing/test-pilot.js';
import { test } from './testing/node-test.js';

async function withServer(run: (server: HttpPilot) => Promise<void>, options: ServePilotOptions = {}) {
  const server = await servePilot({ port: 0, clock: NOW, ...options });
  try {
    await run(server);
  } finally {
    await server.stop(100);
  }
}

/** Writes raw bytes and reads until the other side closes. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: string[] = [];
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => chunks.push(String(chunk)));
  socket.on('error', () => socket.destroy());
  socket.write(text);
  await once(socket, 'close');
  return chunks.join('');
}

const example = {
  overskrift: 'Min titel',
  beskrivelse: '<p>Min beskrivelse opdateret</p>\n',
  fristDato: '17-11-2031',
  link: 'https://virk.dk',
  modtagere: '',
};

test('what curl would do: push a frist, and find it in the list', () =>
  withServer(
    async ({ url }) => {
      // curl -d says that it sends a form; the pilot reads it as JSON all the same.
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const body = JSON.stringify(example);
      const created = await fetch(`${url}/calendar/1/frister`, { method: 'POST', headers, body });
      assert.equal(created.status, 201);
      assert.equal(created.headers.get('location'), '/calendar/1/frister/f-1001');
      const { activities } = (await (await fetch(`${url}/activities`)).json()) as {
        activities: { id: string }[];
      };
      assert.ok(activities.some(({ id }) => id === 'f-1001'));
    },
    { indexDelayMs: 0 },
  ));

test('answers by whatever name it is called', () =>
  withServer(async ({ port }) => {
    const answer = await raw(
      port,
      'GET http://andet.example/activities?size=1 HTTP/1.1\r\nHost: andet.example\r\nConnection: close\r\n\r\n',
    );
    assert.match(answer, /^HTTP\/1\.1 200 OK/);
  }));

test('304 has no body and keeps the connection usable', () =>
  withServer(async ({ url }) => {
    const etag = (await fetch(`${url}/activities`)).headers.get('etag') ?? '';
    const again = await fetch(`${url}/activities`, { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.equal((await fetch(`${url}/activities`)).status, 200);
  }));

test('cross-origin: preflight and answer', () =>
  withServer(async ({ url }) => {
    const Origin = 'https://portal.example.dk';
    const preflight = await fetch(`${url}/activities`, {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization',
      },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), Origin);
    const answer = await fetch(`${url}/activities`, { headers: { Origin } });
    assert.equal(answer.headers.get('access-control-allow-origin'), Origin);
    assert.equal(
      answer.headers.get('access-control-expose-headers'),
      'ETag, Retry-After, Location, Content-Language',
    );
  }));

test('a body over the limit is 413 with cross-origin headers, announced or not, and the server lives on', () =>
  withServer(
    async ({ url }) => {
      const headers = { Origin: 'https://portal.example.dk' };
      const text = 'x'.repeat(2000);
      const stream = () =>
        new ReadableStream({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode(text));
            controller.close();
          },
        });
      for (const body of [text, stream()]) {
        const init = { method: 'POST', headers, body, duplex: 'half' };
        const answer = await fetch(`${url}/mit-virk/beskeder`, init);
        assert.equal(answer.status, 413);
        assert.equal(answer.headers.get('content-type'), 'application/problem+json');
        assert.equal(answer.headers.get('access-control-allow-origin'), 'https://portal.example.dk');
        assert.match(await answer.text(), /too-large/);
      }
      assert.equal((await fetch(`${url}/`)).status, 200);
    },
    { bodyLimit: 1000 },
  ));

test('malformed requests get 400 and the server lives on', () =>
  withServer(async ({ url, port }) => {
    for (const text of [
      'hej\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'GET /a b c HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET http:// HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n',
    ]) {
      assert.match(await raw(port, text), /^HTTP\/1\.1 400 /, text);
    }
    // Gone before the body came.
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /calendar/1/frister HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.destroy();
    assert.equal((await fetch(`${url}/`)).status, 200);
    const { requests } = (await (await fetch(`${url}/pilot/requests`)).json()) as {
      requests: { path: string }[];
    };
    assert.ok(!requests.some(({ path }) => path.startsWith('/calendar')));
  }));

test('no path leads out of the pilot, and none ends the server', () =>
  withServer(
    async ({ url, port }) => {
      for (const path of [
        '/../../../../etc/passwd',
        '/pilot/../../etc/passwd',
        '/pilot/%2e%2e/%2e%2e/package.json',
        '/pilot/..%2f..%2fpackage.json',
        '/pilot/..\\..\\package.json',
        '/cdn//etc/passwd',
        '//etc/passwd',
        '/pilot/http.html%00.js',
        '/activities/%00/dismissal',
        '/themes/base.css/',
        '/cli/skranke.mjs',
        '/__proto__',
        `/${'a/'.repeat(3000)}`,
      ]) {
        const answer = await raw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        assert.match(answer, /^HTTP\/1\.1 (404|405) /, path);
        assert.doesNotMatch(answer, /root:|"name": "skranke"/);
      }
      assert.equal((await fetch(`${url}/`)).status, 200);
    },
    { dist: process.cwd() },
  ));

test('a Host that is missing or doubled is 400; the pilot cares for no other', () =>
  withServer(async ({ port }) => {
    const get = (headers: string) => raw(port, `GET / HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);
    assert.match(await get(''), /^HTTP\/1\.1 400 /);
    assert.match(await get('Host: ]:x/../\r\n'), /^HTTP\/1\.1 200 /);
  }));

test('garbage after a good request on the same connection', () =>
  withServer(async ({ url, port }) => {
    const good = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
    const answers = await raw(port, `${good}${good}\0\x01hej`);
    assert.match(answers, /^HTTP\/1\.1 [24]00 /);
    assert.match(answers, /HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/);
    const huge = `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`;
    assert.match(await raw(port, huge), /^HTTP\/1\.1 431 /);
    assert.equal((await fetch(`${url}/`)).status, 200);
  }));

test('a caller that never ends its request gets 408', () =>
  withServer(
    async ({ url, port }) => {
      const slow = ['GET / HTTP/1.1\r\nHost: x', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{'];
      for (const answer of await Promise.all(slow.map((text) => raw(port, text))))
        assert.match(answer, /^HTTP\/1\.1 408 /);
      assert.equal((await fetch(`${url}/`)).status, 200);
    },
    { requestTimeoutMs: 50 },
  ));

test('a caller that does not read a long answer holds nobody else up', () =>
  withServer(
    async ({ url, port }) => {
      const socket = connect(port, '127.0.0.1');
      socket.pause();
      const ask =
        'GET /contact-points?organisationId=163710ae-5078-350c-0000-aa0000000001&size=500 HTTP/1.1\r\n';
      socket.write(`${ask}Host: x\r\n\r\n`.repeat(20));
      assert.equal((await fetch(`${url}/`)).status, 200);
      socket.destroy();
      assert.equal((await fetch(`${url}/`)).status, 200);
    },
    { scenario: 'huge-structure', structureSize: 1000 },
  ));

test('a saved state may be larger than other bodies', () =>
  withServer(
    async ({ url }) => {
      const body = await (await fetch(`${url}/pilot/state`)).text();
      assert.ok(body.length > 6000);
      assert.equal((await fetch(`${url}/pilot/state`, { method: 'PUT', body })).status, 204);
      assert.equal((await fetch(`${url}/mit-virk/beskeder`, { method: 'POST', body })).status, 413);
    },
    { bodyLimit: 6000 },
  ));

test('the console is served with a strict policy, and only its own files', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'skranke-'));
  for (const [name, text] of [
    ['pilot/http.html', '<title>Konsol</title>'],
    ['cdn/skranke.js', 'export {};'],
    ['cli/skranke.mjs', 'hemmeligt'],
  ] as const) {
    await mkdir(join(dist, name, '..'), { recursive: true });
    await writeFile(join(dist, name), text);
  }
  await withServer(
    async ({ url }) => {
      const page = await fetch(`${url}/pilot/?tab=frister`);
      assert.equal(await page.text(), '<title>Konsol</title>');
      assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.match(
        page.headers.get('content-security-policy') ?? '',
        /default-src 'none'; script-src 'self'/,
      );
      assert.equal((await fetch(`${url}/pilot`, { redirect: 'manual' })).headers.get('location'), '/pilot/');
      assert.equal(await (await fetch(`${url}/cdn/skranke.js`)).text(), 'export {};');
      assert.equal((await fetch(`${url}/cli/skranke.mjs`)).status, 404);
      assert.equal((await fetch(`${url}/pilot/clock`)).status, 200);
      assert.equal((await fetch(`${url}/pilot/requests?last=5`)).status, 200);
    },
    { dist },
  );
  await rm(dist, { recursive: true });
});

test('a network error breaks the connection', () =>
  withServer(async ({ url, port, setScenario, addFault }) => {
    setScenario('offline');
    await assert.rejects(fetch(`${url}/activities`), TypeError);
    assert.equal(await raw(port, 'GET /activities HTTP/1.1\r\nHost: x\r\n\r\n'), '');
    setScenario('default');
    assert.equal((await fetch(`${url}/activities`)).status, 200);
    addFault({ match: '*', network: true, times: 1 });
    await assert.rejects(fetch(`${url}/activities`), TypeError);
  }));

test('a taken port is told plainly', () =>
  withServer(async ({ port }) => {
    await assert.rejects(servePilot({ port }), (error) => {
      assert.ok(error instanceof PortTakenError);
      assert.match(error.message, new RegExp(`Port ${port} is already in use.*--port`));
      return true;
    });
  }));

test('listens on loopback only', () =>
  withServer(({ url }) => {
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    return Promise.resolve();
  }));

test('stop lets a request under way end, refuses new ones, and may be called twice', async () => {
  const server = await servePilot({ port: 0 });
  server.setLatency(80);
  const underWay = fetch(`${server.url}/`);
  await new Promise((resolve) => setTimeout(resolve, 30));
  const stopped = server.stop();
  assert.equal((await underWay).status, 200);
  await stopped;
  await server.stop();
  await assert.rejects(fetch(`${server.url}/`), TypeError);
});

test('stop does not wait longer than it is told', async () => {
  const server = await servePilot({ port: 0, latencyMs: 500 });
  const underWay = assert.rejects(fetch(`${server.url}/`), TypeError);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await server.stop(20);
  await underWay;
});

test('onRequest tells method, path without query, and status', async () => {
  const lines: string[] = [];
  await withServer(
    async ({ url }) => {
      await (await fetch(`${url}/activities?type=x`)).text();
    },
    { onRequest: ({ method, path, status }) => lines.push(`${method} ${path} ${status}`) },
  );
  assert.deepEqual(lines, ['GET /activities 422']);
});
