/**
 * The contact structure's model: build time, memory and time a key, at 1,000, 10,000 and 50,000 points, beside a
 * plain `filter(includes)` over the same folded texts, in the same run.
 *
 *     node --expose-gc bench/model/search.mjs [--json]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { QUERIES, structureOf } from './data.mjs';

const SIZES = [1_000, 10_000, 50_000];
const RUNS = 9;
const PAGE = 200;
const root = new URL('../../', import.meta.url).pathname;

/** The model as shipped: bundled and minified. */
async function loadModel() {
  const folder = await mkdtemp(join(root, '.tmp-bench-'));
  const outfile = join(folder, 'model.mjs');
  const contents = [
    'contact-point-picker/contact-structure',
    'contact-point-picker/contact-search',
    'shared/i18n/collation',
  ]
    .map((file) => `export * from './components/${file}.ts';`)
    .join('\n');
  try {
    await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      minify: true,
      format: 'esm',
      outfile,
    });
    return await import(outfile);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[sorted.length >> 1], max: sorted.at(-1) };
};
const usedBytes = () => (globalThis.gc?.(), process.memoryUsage().heapUsed);
const timed = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Feeds the structure as the picker does. @returns the structure, ms in all and the longest slice in ms */
function fill({ ContactStructure }, { points, groups }) {
  const structure = new ContactStructure();
  let total = 0;
  let longest = 0;
  const run = (work) => {
    for (let done = false; !done;) {
      const ms = timed(() => (done = work.next().done));
      total += ms;
      longest = Math.max(longest, ms);
    }
  };
  run(structure.add([], groups));
  for (let from = 0; from < points.length; from += PAGE) run(structure.add(points.slice(from, from + PAGE)));
  structure.finish();
  return { structure, total, longest };
}

/** Types each query key by key and takes it back; a new search a query. @returns ms of each key */
function typeAll(find) {
  return QUERIES.flatMap((query) => {
    const search = find();
    const keys = [];
    for (let end = 1; end <= query.length; end++) keys.push(timed(() => search(query.slice(0, end))));
    for (let end = query.length - 1; end >= 0; end--) keys.push(timed(() => search(query.slice(0, end))));
    return keys;
  });
}

function measure(model, size) {
  const data = structureOf(size);
  const before = usedBytes();
  let built = fill(model, data);
  const bytes = usedBytes() - before;
  const builds = [];
  const slices = [];
  const settles = [];
  const keys = [];
  const slowest = [];
  const runs = [];
  const plain = [];
  const texts = data.points.map((point) =>
    model.fold([point.name, ...point.keywords, point.description].join('\n')),
  );
  for (let run = 0; run < RUNS; run++) {
    built = fill(model, data);
    builds.push(built.total);
    slices.push(built.longest);
    settles.push(timed(() => built.structure.settled()));
    const times = typeAll(() => {
      const search = new model.ContactSearch(built.structure);
      return (query) => search.find(query, 50);
    });
    runs.push(times);
    keys.push(spread(times).median);
    slowest.push(Math.max(...times));
    plain.push(
      spread(
        typeAll(() => (query) => {
          const word = model.fold(query);
          return texts.filter((text) => text.includes(word));
        }),
      ).median,
    );
  }
  const browse = Array.from({ length: RUNS }, () =>
    timed(() => (built.structure.finish(), built.structure.browse([]))),
  );
  return {
    size,
    bytesPerPoint: Math.round(bytes / size),
    buildMs: spread(builds),
    longestSliceMs: spread(slices),
    settleMs: spread(settles),
    topLevelMs: spread(browse),
    keyMs: spread(keys),
    slowestKeyMs: spread(slowest),
    // On a busy machine each run has a key that was interrupted; the same key is not every time.
    slowestKeyByKeyMs: Math.max(...runs[0].map((_, at) => spread(runs.map((times) => times[at])).median)),
    plainKeyMs: spread(plain),
    keyToPlain: spread(keys).median / spread(plain).median,
  };
}

const model = await loadModel();
measure(model, 1_000);
const results = SIZES.map((size) => measure(model, size));
if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 2));
else {
  const text = ({ min, median, max }) => `${min.toFixed(2)} / ${median.toFixed(2)} / ${max.toFixed(2)}`;
  console.log(
    `Contact structure model, Node ${process.version}; minimum / median / maximum of ${RUNS} runs, in ms.`,
  );
  for (const { size, bytesPerPoint, keyToPlain, slowestKeyByKeyMs, ...times } of results) {
    console.log(
      `\n${size} points: ${globalThis.gc ? `${bytesPerPoint} bytes a point beside the data` : 'memory: run with --expose-gc'}`,
    );
    for (const [name, value] of Object.entries(times)) console.log(`  ${name.padEnd(15)} ${text(value)}`);
    console.log(`  slowest key by the median of each: ${slowestKeyByKeyMs.toFixed(2)}`);
    console.log(`  key : plain     ${keyToPlain.toFixed(2)}`);
  }
}
