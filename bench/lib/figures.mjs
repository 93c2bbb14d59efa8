/** Figures of a bench: what was seen, and where it is written. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { VERSION } from '../../scripts/lib/project.mjs';
import { BENCH } from './pages.mjs';

const JSON_FILE = join(BENCH, 'results.json');
const MARKDOWN = join(BENCH, 'RESULTS.md');
/** What stands below it is written by hand and stays. */
const BY_HAND = '<!-- by hand -->';
/** The parts of the page, in this order; what no command writes any more falls out. */
const PARTS = [
  'Size',
  'Startup',
  'Speed of the picker',
  'Speed of the deadline list',
  'Speed of the QR code',
  'Memory',
];

/** Least, middle and largest of a row of numbers. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { min: sorted[0], median, max: sorted.at(-1) };
}

export const median = (values) => spread(values).median;

/** `3.9 / 4.1 / 5.0`: least, middle and largest; one number where they are the same. */
export function three(values, digits = 1) {
  const texts = Object.values(spread(values)).map((value) => value.toFixed(digits));
  return new Set(texts).size === 1 ? texts[0] : texts.join(' / ');
}

/** `4.1 (3.9–5.0)`: the median, and the range that it was seen in. */
export function show({ min, median, max }, digits = 1) {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

/** How the time grows with the size: 0 not at all, 1 in step with it. Least squares over the logarithms. */
export function growth(points) {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)]);
  const mean = (at) => logs.reduce((sum, pair) => sum + pair[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const slope = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return slope / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** Which machine and versions figures belong to. */
export function machine(browser) {
  const { dependencies } = JSON.parse(readFileSync(join(BENCH, 'package.json'), 'utf8'));
  return {
    date: new Date().toISOString().slice(0, 10),
    skranke: VERSION,
    node: process.version,
    browser: browser.version(),
    processor: `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}`,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    peers: dependencies,
  };
}

/** Prints one bench's part and, unless it was only a look, replaces it in `results.json` and `RESULTS.md`. */
export async function record(name, { about, markdown, data, on, isWritten = true }) {
  console.log(`\n${about}\n\n${markdown}\n`);
  if (!isWritten) return;
  const results = existsSync(JSON_FILE) ? JSON.parse(readFileSync(JSON_FILE, 'utf8')) : {};
  if (!PARTS.includes(name)) throw new Error(`not a part of the results: ${name}`);
  results[name] = { about, machine: on, data, markdown };
  for (const key of Object.keys(results)) if (!PARTS.includes(key)) delete results[key];
  writeFileSync(JSON_FILE, `${JSON.stringify(results, null, 2)}\n`);
  const parts = PARTS.filter((key) => results[key]).map((key) => {
    const part = results[key];
    const { date, browser, processor, node } = part.machine;
    return `## ${key}\n\n${part.about} Seen ${date}: Chromium ${browser}, Node ${node}, ${processor}.\n\n${part.markdown}`;
  });
  const written = existsSync(MARKDOWN) ? readFileSync(MARKDOWN, 'utf8').split(BY_HAND)[1] : undefined;
  const head =
    '# Results\n\nWritten by the bench commands; README.md beside this file says how to read them.';
  const text = [head, ...parts, `${BY_HAND}\n${written ?? ''}`].join('\n\n');
  writeFileSync(MARKDOWN, await format(text, { ...(await resolveConfig(MARKDOWN)), parser: 'markdown' }));
}
