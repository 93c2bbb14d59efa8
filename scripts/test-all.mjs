/** `npm run test:all`: `npm test`, and then what takes longer. A script that is not there is named as missing. */
import { MANIFEST } from './lib/project.mjs';
import { finish, runStages, STAGES } from './lib/steps.mjs';

const HOUR_MS = 3_600_000;

const LONG = [
  ['test:properties', '--runs', '10000'],
  'test:reproducible',
  'test:examples',
  'test:task-mutations',
  'test:mutations',
  'test:coverage',
  'test:browsers',
];
/** Sizes are measured in `npm test`. */
const BENCHES = Object.keys(MANIFEST.scripts).filter((name) => /^bench:(?!size)/.test(name));

await runStages(STAGES);
await runStages([[[...LONG, ...BENCHES]]], { limitMs: HOUR_MS, mustCount: false });
finish();
