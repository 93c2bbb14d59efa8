/** A server of broken connections, for the fault matrix: what only a real socket can do. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { clearInterval, setInterval } from 'node:timers';
import { gzipSync } from 'node:zlib';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** 40 MB of blanks in 40 kB. */
let bomb;

const FAULTS = {
  reset: (response) => response.socket.resetAndDestroy(),
  'reset-middle': (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Length': 10_000 }).write('{"a": [');
    setTimeout(() => response.socket?.resetAndDestroy(), 5);
  },
  drip: (response) => {
    response.writeHead(200, JSON_TYPE).write('{"a": [');
    const timer = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(timer));
  },
  short: (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Length': 500 }).write('{"a": [');
    response.socket.end();
  },
  bomb: (response) => {
    bomb ??= gzipSync(Buffer.alloc(40_000_000, ' '));
    response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(bomb);
  },
  redirect: (response) => response.writeHead(302, { Location: '/login' }).end(),
  login: (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>SECRET</h1>'),
};

async function listen(handler) {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

/** @returns `server`: its address; `closed`: one where nobody listens; `stop()` */
export async function startFaultServer() {
  const { server, address } = await listen((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const fault = FAULTS[request.url.slice(1)];
    if (fault) fault(response);
    else response.writeHead(404).end();
  });
  const gone = await listen(() => {});
  gone.server.close();
  return {
    server: address,
    closed: `${gone.address}/`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
