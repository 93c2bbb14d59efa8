/** Serves one example with the pilot beside it: `node examples/serve.mjs strict-csp [--port 4001] [--pilot-port 4010]`. */
import { parseArgs } from 'node:util';
import { serveExample, startPilot } from '../scripts/lib/demo.mjs';

const NAMES = ['plain', 'strict-csp'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '4001' },
    'pilot-port': { type: 'string', default: '4010' },
  },
});
const [name] = positionals;
if (!NAMES.includes(name)) {
  console.error(`Which example: ${NAMES.join(' or ')}?`);
  process.exit(2);
}

const pilotPort = Number(values['pilot-port']);
const server = await serveExample(name, { port: Number(values.port), pilotPort });
const pilot = await startPilot(pilotPort);
console.log(`\nhttp://localhost:${values.port}/\nCtrl-C stops it.`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    pilot.kill('SIGTERM');
    server.close();
    server.closeAllConnections();
  });
}
