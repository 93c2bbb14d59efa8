/** The bin `skranke`. All that can be tested without a process stands in run.ts. */
import { fileURLToPath } from 'node:url';
import { run } from './run.js';

const result = await run(process.argv.slice(2), {
  // The bin is dist/cli/skranke.mjs.
  dist: fileURLToPath(new URL('..', import.meta.url)),
  out: (line) => console.log(line),
  error: (line) => console.error(line),
});

if ('exitCode' in result) {
  process.exitCode = result.exitCode;
} else {
  const stop = () => {
    // A second Ctrl+C ends at once.
    process.once('SIGINT', () => process.exit(130));
    void result.running.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
