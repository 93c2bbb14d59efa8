/**
 * The pilot over HTTP, for anything that is not JavaScript in the same process: `skranke pilot`, `npm start`, curl.
 * node:http on msw's public `getResponse`, so the handlers are the very same as in the browser and in msw/node.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getResponse } from 'msw';
import { problemAnswer, type Answer } from './pilot/answer.js';
import { createPilot, type Pilot, type PilotOptions } from './pilot/create-pilot.js';
import { respond } from './pilot/respond.js';
import { staticFiles, type StaticFiles } from './static-files.js';

export interface ServePilotOptions extends Omit<PilotOptions, 'baseUrl'> {
  /** 0 chooses a free one. Default 4010. */
  readonly port?: number | undefined;
  /** Default `127.0.0.1`: only this machine can reach it. */
  readonly host?: string | undefined;
  /** Largest request body in bytes; larger ones get 413. Default 5,000,000; for a saved state ten times that. */
  readonly bodyLimit?: number | undefined;
  /** The folder `dist/` of the package: with it the console is served at `/pilot/`, else a plain page. */
  readonly dist?: string | undefined;
  /** Milliseconds that a caller may take to send a whole request; then 408. Default 30,000. */
  readonly requestTimeoutMs?: number | undefined;
  /** Told of each answered request, for a line in a terminal. `path` has no query. */
  readonly onRequest?: ((request: { method: string; path: string; status: number }) => void) | undefined;
}

export interface HttpPilot extends Pilot {
  /** `http://127.0.0.1:4010`, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Lets requests under way end (at most `graceMs`, default 1000), then closes. May be called twice. */
  stop(graceMs?: number): Promise<void>;
}

/** The port is in use. Its message is fit to be shown as it is. */
export class PortTakenError extends Error {
  constructor(readonly port: number) {
    super(`Port ${port} is already in use. Stop what runs there, or choose another one with --port.`);
  }
}

/** The handlers' own address; what the server is really called changes nothing (`localhost`, `::1`, a proxy). */
const INNER_BASE = 'http://pilot.test';
const BODY_LIMIT = 5_000_000;
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;

/** Node's codes for requests that it gives up on; all others are malformed. */
const CLIENT_ERRORS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

class BodyTooLarge extends Error {}

async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return size > 0 ? new Uint8Array(Buffer.concat(chunks)) : undefined;
}

function readHeaders(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    headers.append(request.rawHeaders[index] ?? '', request.rawHeaders[index + 1] ?? '');
  }
  return headers;
}

/** The request target is a path (`/activities?…`); a whole address (as to a proxy) is cut to its path. */
function innerUrl(target: string): string {
  const path = /^https?:\/\//i.test(target) ? new URL(target).pathname + new URL(target).search : target;
  if (!path.startsWith('/')) throw new TypeError('not a path');
  return new URL(INNER_BASE + path).href;
}

async function toRequest(incoming: IncomingMessage, limit: number): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const body = await readBody(incoming, limit);
  const headers = readHeaders(incoming);
  const mayHaveBody = method !== 'GET' && method !== 'HEAD' && body !== undefined;
  return new Request(innerUrl(incoming.url ?? '/'), { method, headers, ...(mayHaveBody ? { body } : {}) });
}

/** An answer that is made here, before there is a Request. */
function early(answer: Answer, incoming: IncomingMessage): Response {
  const headers = new Headers(incoming.headers.origin ? { origin: incoming.headers.origin } : {});
  const response = respond(answer, headers, '');
  response.headers.set('Connection', 'close');
  return response;
}

async function answer(incoming: IncomingMessage, pilot: Pilot, limit: number): Promise<Response> {
  let request: Request;
  try {
    const isState = incoming.url === '/pilot/state';
    request = await toRequest(incoming, isState ? limit * 10 : limit);
  } catch (error) {
    return early(problemAnswer(error instanceof BodyTooLarge ? 'too-large' : 'malformed'), incoming);
  }
  const response = await getResponse(pilot.handlers, request, { baseUrl: INNER_BASE });
  return response ?? early(problemAnswer('not-found'), incoming);
}

/** Sends a Response; the socket is destroyed for a network error, so that the caller sees a broken connection. */
async function send(response: Response, outgoing: ServerResponse, socket: Socket): Promise<void> {
  if (response.type === 'error') {
    socket.destroy();
    return;
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      if (outgoing.destroyed) return;
      if (!outgoing.write(chunk)) await drained(outgoing);
    }
  }
  outgoing.end();
}

/** A caller that does not read its answer for this long is let go. */
const READ_TIMEOUT_MS = 30_000;

/** Resolves when more may be written, or when the connection is gone. */
function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => outgoing.destroy(), READ_TIMEOUT_MS);
    const done = () => {
      clearTimeout(timer);
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });
}

function createListener(pilot: Pilot, options: ServePilotOptions) {
  const limit = options.bodyLimit ?? BODY_LIMIT;
  const files: StaticFiles = options.dist === undefined ? () => undefined : staticFiles(options.dist);
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const path = (incoming.url ?? '').split('?')[0] ?? '';
    const file = ['GET', 'HEAD'].includes(incoming.method ?? '') ? files(path) : undefined;
    if (file) return send(file, outgoing, incoming.socket);
    const response = await answer(incoming, pilot, limit);
    await send(response, outgoing, incoming.socket);
    // The rest of a body that was too large is not waited for.
    if (!incoming.complete) incoming.resume();
    options.onRequest?.({ method: incoming.method ?? '', path, status: response.status });
  };
  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.on('error', () => incoming.socket.destroy());
    handle(incoming, outgoing).catch((error: unknown) => {
      console.error(`[skranke pilot] ${String(error)}`);
      if (outgoing.headersSent) incoming.socket.destroy();
      else outgoing.writeHead(500).end();
    });
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function stopper(server: Server): (graceMs?: number) => Promise<void> {
  let stopped: Promise<void> | undefined;
  return (graceMs = 1000) => {
    stopped ??= new Promise((resolve) => {
      const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
      // A kept-alive connection becomes idle only when its request under way has ended.
      const sweep = setInterval(() => server.closeIdleConnections(), 10);
      server.close(() => {
        clearTimeout(deadline);
        clearInterval(sweep);
        resolve();
      });
      server.closeIdleConnections();
    });
    return stopped;
  };
}

/** Starts the pilot over HTTP. Rejects with {@link PortTakenError} when the port is in use. */
export async function servePilot(options: ServePilotOptions = {}): Promise<HttpPilot> {
  const host = options.host ?? '127.0.0.1';
  const pilot = createPilot({ ...options, baseUrl: INNER_BASE });
  const requestTimeout = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
  const times = {
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, HEADERS_TIMEOUT_MS),
    // How often Node looks for those that take too long.
    connectionsCheckingInterval: Math.min(requestTimeout, 1000),
  };
  const server = createServer(times, createListener(pilot, options));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = CLIENT_ERRORS[error.code ?? ''] ?? '400 Bad Request';
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    else socket.destroy();
  });
  const port = await listen(server, options.port ?? 4010, host);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return { ...pilot, baseUrl: url, url, port, stop: stopper(server) };
}
