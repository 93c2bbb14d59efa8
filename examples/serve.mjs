/**
 * Serves one example with the pilot beside it: `node examples/serve.mjs react [--port 4001] [--pilot-port 4010]`.
 * `--lock` renews the lock files of the examples that are named (of all, when none is) and ends.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { exampleNames, serveExample, startPilot } from '../scripts/lib/demo.mjs';
import {
  exampleFolder,
  packagedExamples,
  packKit,
  prepareExample,
  renewLock,
} from '../scripts/lib/examples.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '4001' },
    'pilot-port': { type: 'string', default: '4010' },
    lock: { type: 'boolean', default: false },
  },
});

async function renewLocks(names) {
  await packKit();
  for (const name of names.length > 0 ? names : packagedExamples()) await renewLock(name);
}

/** The example that is a server itself, with what the others' server has. */
function startSsr(port, pilotPort) {
  const child = spawn(process.execPath, ['server.js'], {
    cwd: exampleFolder('ssr'),
    env: { ...process.env, PORT: String(port), BACKEND_URL: `http://localhost:${pilotPort}` },
    stdio: 'inherit',
  });
  return { close: () => child.kill('SIGTERM'), closeAllConnections: () => {} };
}

async function serve(name) {
  if (!exampleNames().includes(name)) {
    console.error(`Which example: ${exampleNames().join(', ')}?`);
    process.exit(2);
  }
  if (packagedExamples().includes(name)) {
    console.log('Packing the kit, installing and building the example …');
    await packKit();
    await prepareExample(name);
  }
  const pilotPort = Number(values['pilot-port']);
  const port = Number(values.port);
  const server = await (name === 'ssr' ? startSsr(port, pilotPort) : serveExample(name, { port, pilotPort }));
  const pilot = await startPilot(pilotPort);
  console.log(`\nhttp://localhost:${values.port}/\nCtrl-C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      pilot.kill('SIGTERM');
      server.close();
      server.closeAllConnections();
    });
  }
}

await (values.lock ? renewLocks(positionals) : serve(positionals[0]));
