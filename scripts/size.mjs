/**
 * Sizes of what a page loads, minified and compressed, as the CDN build makes it. Fails over budget, or when
 * `docs/size.md` or the table in the README is out of date by more than 2 %; `--write` renews both.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { buildKit, bundleWidget } from './lib/bundles.mjs';
import { findWidgets, ROOT, VERSION } from './lib/project.mjs';

const BUDGET_KB = { widget: 22, kit: 36, sanitiser: 11 };
/** What is over its budget, and how much it may be until it is not: it must not grow (docs/adr/0010). */
const OVER_KB = { '`<skranke-contact-point-picker>` alone': 26.2, 'the whole kit (`skranke.js`)': 53.7 };
const TOLERANCE = 0.02;
const START = '<!-- size:start -->';
const END = '<!-- size:end -->';
const DOC = join(ROOT, 'docs/size.md');
const README = join(ROOT, 'README.md');

const kB = (bytes) => bytes / 1000;

function weigh(code) {
  const bytes = Buffer.from(code);
  return {
    raw: kB(bytes.length),
    gzip: kB(gzipSync(bytes, { level: 9 }).length),
    brotli: kB(brotliCompressSync(bytes).length),
  };
}

async function measure() {
  const rows = [];
  let sanitiser;
  const add = (name, budget, output) => {
    const eager = output.filter(({ fileName }) => !fileName.startsWith('skranke-sanitizer-'));
    sanitiser ??= output.find(({ fileName }) => fileName.startsWith('skranke-sanitizer-'));
    rows.push({ name, budget, ...weigh(eager.map(({ code }) => code).join('\n')) });
  };
  for (const name of findWidgets())
    add(`\`<skranke-${name}>\` alone`, BUDGET_KB.widget, await bundleWidget(name));
  add('the whole kit (`skranke.js`)', BUDGET_KB.kit, await buildKit());
  if (sanitiser)
    rows.push({ name: 'the HTML sanitiser (lazy)', budget: BUDGET_KB.sanitiser, ...weigh(sanitiser.code) });
  return rows;
}

function table(rows) {
  const lines = rows.map(({ name, raw, gzip, brotli, budget }) => {
    const numbers = [raw, gzip, brotli].map((value) => value.toFixed(1)).join(' | ');
    return `| ${name} | ${numbers} | ${budget}${brotli > budget ? ' (over)' : ''} |`;
  });
  return [
    '| kB | minified | gzip | brotli | budget (brotli) |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

const page = (text) => `# Sizes

Version ${VERSION}, minified by Vite, with all dependencies bundled. \`npm run size -- --write\` renews this page.
The sanitiser is fetched only when a text from an authority holds markup.

${text}
`;

function numbersIn(text) {
  const rows = text.split('\n').filter((line) => /^\|.*\d/.test(line));
  return Object.fromEntries(
    rows.map((line) => [line.split('|')[1].trim(), line.split('|').slice(2, 5).map(Number)]),
  );
}

function isStale(text, rows) {
  const written = numbersIn(text);
  if (Object.keys(written).length !== rows.length) return true;
  return rows.some(({ name, raw, gzip, brotli }) => {
    const [wasRaw, wasGzip, wasBrotli] = written[name] ?? [];
    const pairs = [
      [raw, wasRaw],
      [gzip, wasGzip],
      [brotli, wasBrotli],
    ];
    return pairs.some(
      ([now, was]) => was === undefined || Math.abs(now - was) > Math.max(now * TOLERANCE, 0.1),
    );
  });
}

function readmePart() {
  const readme = existsSync(README) ? readFileSync(README, 'utf8') : '';
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  return start < 0 || end < start ? undefined : { readme, start: start + START.length, end };
}

async function writeMarkdown(path, text) {
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }));
}

async function write(rows) {
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  await writeMarkdown(DOC, page(table(rows)));
  const part = readmePart();
  if (!part) return;
  const { readme, start, end } = part;
  await writeMarkdown(README, `${readme.slice(0, start)}\n\n${table(rows)}\n\n${readme.slice(end)}`);
}

function stalePlaces(rows) {
  const part = readmePart();
  const places = [];
  if (!existsSync(DOC) || isStale(readFileSync(DOC, 'utf8'), rows)) places.push('docs/size.md');
  if (!part || isStale(part.readme.slice(part.start, part.end), rows))
    places.push(`README.md (between ${START} and ${END})`);
  return places;
}

const rows = await measure();
console.log(table(rows));
const over = rows.filter(({ name, brotli, budget }) => brotli > (OVER_KB[name] ?? budget));
for (const { name, brotli, budget } of over)
  console.error(
    `${name}: ${brotli.toFixed(1)} kB, budget ${budget} kB, allowed for now ${OVER_KB[name] ?? budget} kB`,
  );
const unused = Object.keys(OVER_KB).filter(
  (name) => !rows.some((row) => row.name === name && row.brotli > row.budget),
);
for (const name of unused) console.error(`${name} is within its budget: take it out of OVER_KB`);
if (process.argv.includes('--write')) await write(rows);
const stale = stalePlaces(rows);
for (const place of stale) console.error(`${place} is out of date: npm run size -- --write`);
process.exitCode = over.length + unused.length + stale.length > 0 ? 1 : 0;
