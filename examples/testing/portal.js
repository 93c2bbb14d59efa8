/** The page under test, on a server of its own: `node portal.js 5231`. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { basename } from 'node:path';

const KIT = new URL('node_modules/skranke/dist/cdn/', import.meta.url);
const PAGE = `<!doctype html>
<html lang="da">
  <title>Portal</title>
  <link rel="icon" href="data:,">
  <script type="module" src="/kit/skranke.js"></script>
  <skranke-deadline-list backend-url="http://127.0.0.1:5230"></skranke-deadline-list>
</html>`;

createServer((request, response) => {
  if (!request.url.startsWith('/kit/')) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE);
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  createReadStream(new URL(basename(request.url), KIT)).pipe(response);
}).listen(Number(process.argv[2]), '127.0.0.1');
