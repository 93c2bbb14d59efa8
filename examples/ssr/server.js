/** A server that renders the page: `BACKEND_URL=http://localhost:4010 PORT=4001 node server.js`. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Page } from './page.js';

const backendUrl = process.env.BACKEND_URL ?? 'http://localhost:4010';
const DIST = new URL('dist/', import.meta.url);
const files = new Map(
  readdirSync(DIST, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => [`/${name}`, readFileSync(new URL(name, DIST))]),
);

function html() {
  const content = renderToString(createElement(Page, { backendUrl }));
  return `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <title>Skranke fra en server</title>
    <script type="module" src="/client.js"></script>
  </head>
  <body><div id="app" data-backend-url="${backendUrl}">${content}</div></body>
</html>`;
}

const server = createServer((request, response) => {
  const script = files.get(request.url);
  const type = script ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8';
  response.writeHead(200, { 'Content-Type': type }).end(script ?? html());
});

server.listen(Number(process.env.PORT ?? 4001), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
