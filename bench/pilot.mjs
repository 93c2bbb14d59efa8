/**
 * How long one request takes while an authority pushes 10,000 activities, and while a structure of 50,000 points is read
 * and changed, over HTTP against the built command. `npm run bench:pilot` (after `npm run build`); a table on stdout.
 * Options: `--activities N`, `--points N`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { DIST } from '../scripts/lib/project.mjs';

const { values } = parseArgs({
  options: {
    activities: { type: 'string', default: '10000' },
    points: { type: 'string', default: '50000' },
  },
});
const ACTIVITIES = Number(values.activities);
const POINTS = Number(values.points);
/** As many as a browser has open to one server. */
const AT_ONCE = 6;
const ORGANISATION = '14d6e9ad-fc0e-3918-0000-00000000f001';

async function startPilot(...options) {
  const command = join(DIST, 'cli/skranke.mjs');
  const child = spawn(process.execPath, [command, 'pilot', '--port', '0', '--quiet', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (!url) continue;
    child.stdout.resume();
    return { url, stop: () => child.kill() };
  }
  throw new Error('The pilot did not start: run npm run build first.');
}

/** Milliseconds until the whole answer is there. */
async function timed(url, method, path, body) {
  const started = performance.now();
  const response = await fetch(url + path, { method, body: body && JSON.stringify(body) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return performance.now() - started;
}

/** Runs the jobs, so many at once; gives the time of each. */
async function runAll(jobs, atOnce) {
  const times = [];
  const waiting = jobs.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const job of waiting) times.push(await job());
    }),
  );
  return times;
}

const rows = [];

async function measure(name, jobs, atOnce = 1) {
  const started = performance.now();
  const times = (await runAll(jobs, atOnce)).sort((a, b) => a - b);
  const all = performance.now() - started;
  const ms = (number) => number.toFixed(1);
  rows.push({
    what: name,
    requests: times.length,
    'median ms': ms(times[Math.floor(times.length / 2)]),
    'max ms': ms(times.at(-1)),
    'a second': Math.round((times.length / all) * 1000),
  });
}

const repeat = (count, job) => Array.from({ length: count }, (_, index) => () => job(index));

async function activities() {
  const { url, stop } = await startPilot();
  try {
    const push = (index) =>
      timed(url, 'POST', '/mit-virk/frister', { overskrift: `Frist ${index}`, fristDato: '17-11-2031' });
    const read = (size) => (index) => timed(url, 'GET', `/activities?type=frist&page=${index}&size=${size}`);
    await measure(`push of ${ACTIVITIES} activities`, repeat(ACTIVITIES, push), AT_ONCE);
    await measure('first read after it (all go into the list)', repeat(1, read(200)));
    await measure('pages of 200', repeat(Math.ceil(ACTIVITIES / 200), read(200)));
    await measure('push while pages are read', [...repeat(100, push), ...repeat(25, read(200))], AT_ONCE);
    await measure(
      'whole state out',
      repeat(3, () => timed(url, 'GET', '/pilot/state')),
    );
  } finally {
    stop();
  }
}

async function structure() {
  const { url, stop } = await startPilot('--scenario', 'huge-structure', '--structure-size', String(POINTS));
  try {
    const read = (index) =>
      timed(url, 'GET', `/contact-points?organisationId=${ORGANISATION}&page=${index}&size=200`);
    const push = (index) =>
      timed(url, 'POST', '/digital-post/contact-points', {
        name: `Punkt ${index}`,
        targets: ['CITIZEN'],
        searchTerms: [{ term: 'prøve' }],
        active: true,
        receivingSystem: 'Sagssystem',
      });
    await measure(`first page of ${POINTS} points (makes them)`, repeat(1, read));
    await measure('pages of 200', repeat(Math.ceil(POINTS / 200), read), 4);
    await measure('push of points', repeat(100, push));
    await measure(
      'push and read in turn',
      repeat(40, (index) => (index % 2 ? push(index) : read(index))),
    );
  } finally {
    stop();
  }
}

await activities();
await structure();
console.table(rows);
