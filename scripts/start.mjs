/** `npm start`: the pilot over HTTP and a demo host page that embeds the widgets against it. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { staleParts, startDemo, startPilot } from './lib/demo.mjs';
import { ROOT } from './lib/project.mjs';

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function readPort(text, option) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`${option} must be a port number from 1 to 65535.`);
  return port;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4000' },
        'pilot-port': { type: 'string', default: '4010' },
      },
    });
    return {
      port: readPort(values.port, '--port'),
      pilotPort: readPort(values['pilot-port'], '--pilot-port'),
    };
  } catch (error) {
    return fail(`${error.message.split('. ')[0]}. Options: --port (4000), --pilot-port (4010).`);
  }
}

function buildStale() {
  const parts = staleParts();
  if (parts.length === 0) return;
  console.log(`Building ${parts.join(', ')} …`);
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--only', parts.join(',')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) fail('The build failed; see above.');
}

async function orFail(promise, option, port) {
  return promise.catch((error) =>
    fail(
      error.code === 'EADDRINUSE' ? `Port ${port} is in use: choose another with ${option}.` : error.message,
    ),
  );
}

const { port, pilotPort } = readOptions();
const demo = await orFail(startDemo({ port, pilotPort }), '--port', port);
buildStale();
const pilot = await orFail(startPilot(pilotPort), '--pilot-port', pilotPort);

console.log(`
Demo page: http://localhost:${port}/
Pilot:     http://localhost:${pilotPort}/

Ctrl-C stops both.`);

pilot.once('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    pilot.kill('SIGTERM');
    demo.close();
    demo.closeAllConnections();
  });
}
