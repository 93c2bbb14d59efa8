/** `npm start`: two servers, safe paths, the documented header, a clear word about a taken port. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { once } from 'node:events';
import test from 'node:test';
import { startDemo } from '../scripts/lib/demo.mjs';
import { ROOT } from '../scripts/lib/project.mjs';

async function runStart(...options) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...options], { cwd: ROOT });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const [code] = await once(child, 'close');
  return { code, output };
}

async function takePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, release: () => server.close() };
}

/** A request whose path nobody has tidied up. */
async function getRaw(port, path) {
  const sent = request({ host: '127.0.0.1', port, path }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response;
}

test('a taken port gives one sentence and the exit code 1', async () => {
  const { port, release } = await takePort();
  const { code, output } = await runStart('--port', String(port));
  release();
  assert.equal(code, 1);
  assert.equal(output, `Port ${port} is in use: choose another with --port.\n`);
});

test('a bad or unknown option gives one sentence', async () => {
  assert.deepEqual(await runStart('--port', 'x'), {
    code: 1,
    output: '--port must be a port number from 1 to 65535.\n',
  });
  const { code, output } = await runStart('--prot', '1');
  assert.equal(code, 1);
  assert.match(output, /^Unknown option '--prot'.*\n$/);
});

/** The demo's server alone, closed when the test ends. */
async function serveDemo(t) {
  const server = await startDemo({ port: 0, pilotPort: 4999 });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return server.address().port;
}

test('the demo page comes with the documented header and the address of the pilot', async (t) => {
  const response = await fetch(`http://127.0.0.1:${await serveDemo(t)}/`);
  const page = await response.text();
  const policy = response.headers.get('Content-Security-Policy');
  assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self';/);
  assert.match(policy, /connect-src 'self' http:\/\/127\.0\.0\.1:4999 http:\/\/localhost:4999;/);
  assert.match(
    policy,
    /require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates';/,
  );
  assert.match(page, /localhost:4999/);
  assert.doesNotMatch(page, /localhost:4010/);
});

test('no path leads out of the folders', async (t) => {
  const port = await serveDemo(t);
  for (const path of [
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/dist/../package.json',
    '/dist/%2e%2e/package.json',
    '/dist/..%5cpackage.json',
    '/%00',
    '/%E0%A4%A',
  ]) {
    assert.equal((await getRaw(port, path)).statusCode, 404, path);
  }
  assert.equal((await getRaw(port, '/dist/cdn/skranke.js')).statusCode, 200);
});
