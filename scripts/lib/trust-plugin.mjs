/** What the trust tests in the browser need of the machine: sockets, options from outside, a place for results. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFaultServer } from './fault-server.mjs';
import { ROOT } from './project.mjs';

/** Where the tests leave what documents are made of. */
export const RESULTS = join(ROOT, '.tmp/trust');

export function trustPlugin() {
  let sockets;
  const seed = Date.now() % 0x7fffffff;
  const commands = {
    'trust:options': async () => {
      sockets ??= await startFaultServer();
      const { server, closed } = sockets;
      const number = (name) => (process.env[name] ? Number(process.env[name]) : null);
      return { server, closed, runs: number('TRUST_RUNS'), seed: number('TRUST_SEED') ?? seed };
    },
    'trust:save': ({ name, content }) => {
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(
        join(RESULTS, `${name.replaceAll(/[^\w-]/g, '')}.json`),
        JSON.stringify(content, null, 2),
      );
      return true;
    },
  };
  return {
    name: 'skranke-trust',
    executeCommand: ({ command, payload }) => commands[command]?.(payload),
    serverStop: () => sockets?.stop(),
  };
}
